import type { Cell, Column, Table } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import { column, itemColumns, itemsSheet, monthLabel, monthsOf, ofItems, salesColumns, unitsBy } from "../layouts.ts";
import { SHAPES } from "../words/shapes.ts";

const word = (scribe: Scribe, key: keyof typeof SHAPES): string => scribe.word(SHAPES[key]!, scribe.second);

/** Rows as columns. Nothing may be put between them: that would be another field. */
function turned(columns: readonly Column[]): Table {
  const [heads, ...rows] = [
    columns.map(({ head }) => head),
    ...columns[0]!.cells.map((_, r) => columns.map(({ cells }) => cells[r] ?? null)),
  ];
  return {
    columns: [column(heads![0]!, heads!.slice(1)), ...rows.map((row) => column(row[0]!, row.slice(1)))],
    fixed: true,
  };
}

const sales = (scribe: Scribe, table: Table): Made => ({
  book: [itemsSheet(scribe), { name: scribe.sheet("sales"), tables: [table] }],
  facts: { ...factsOf(scribe.world), grain: "month" },
});

function itemsTurned(scribe: Scribe): Made {
  const book = [
    { name: scribe.sheet("items"), tables: [turned(itemColumns(scribe))] },
    { name: scribe.sheet("sales"), tables: [{ columns: salesColumns(scribe) }] },
  ];
  return { book, facts: factsOf(scribe.world) };
}

/** A row a week, a column an article. */
function articlesAcross(scribe: Scribe): Made {
  const { articles, weeks } = scribe.world;
  const units = articles.map((article) => unitsBy(scribe, weeks, article));
  const columns = [
    column(scribe.lineHead("week"), weeks),
    ...articles.map(({ sku }, a) =>
      column(
        sku,
        weeks.map((_, w) => units[a]![w]!),
      ),
    ),
  ];
  return { ...sales(scribe, { columns, fixed: true }), facts: { ...factsOf(scribe.world), grain: "week" } };
}

/** Items and sales side by side, their headers in different rows. */
function sunk(scribe: Scribe, itemsLower: boolean): Made {
  const above: Cell[][] = [[null], [null], [null]];
  const [items, lines] = [{ columns: itemColumns(scribe) }, { columns: salesColumns(scribe) }];
  const tables: Table[] = itemsLower ? [{ ...items, above }, lines] : [items, { ...lines, above }];
  return { book: [{ name: "Data", tables, beside: true }], facts: factsOf(scribe.world), asks: "may", about: ["Data"] };
}

/** A row for each measure of an article, a column a month. */
function measures(scribe: Scribe): Made {
  const months = monthsOf(scribe);
  const rows = scribe.world.articles.flatMap((article, a) => {
    const units = unitsBy(scribe, months, article);
    return [
      { sku: article.sku, name: "sales_measure", values: units },
      { sku: article.sku, name: "stock_measure", values: units.map((_, m) => 60 + ((a * 7 + m * 13) % 50)) },
      { sku: article.sku, name: "forecast_measure", values: units.map((one) => one + 3) },
    ];
  });
  const columns = [
    column(
      scribe.lineHead("sku"),
      rows.map(({ sku }) => sku),
    ),
    column(
      word(scribe, "measure"),
      rows.map(({ name }) => word(scribe, name)),
    ),
    ...months.map((start, m) =>
      column(
        monthLabel(scribe.second, start),
        rows.map(({ values }) => values[m]!),
      ),
    ),
  ];
  return sales(scribe, { columns });
}

/** Units and money of each month, each in its header. */
function unitsAndMoney(scribe: Scribe): Made {
  const months = monthsOf(scribe);
  const { articles } = scribe.world;
  const units = articles.map((article) => unitsBy(scribe, months, article));
  const columns = months.flatMap((start, m) => [
    column(
      `${monthLabel(scribe.second, start)} ${word(scribe, "qty_label")}`,
      units.map((row) => row[m]!),
    ),
    column(
      `${monthLabel(scribe.second, start)} ${word(scribe, "value_label")}`,
      units.map((row, a) => Math.round(row[m]! * articles[a]!.price * 100) / 100),
    ),
  ]);
  return sales(scribe, { columns: [ofItems(scribe, scribe.lineHead("sku"), ({ sku }) => sku), ...columns] });
}

/** Means below the months; without an item table they would be an article. */
function means(scribe: Scribe): Made {
  const months = monthsOf(scribe);
  const units = scribe.world.articles.map((article) => unitsBy(scribe, months, article));
  const mean = months.map((_, m) => Math.round(units.reduce((sum, row) => sum + row[m]!, 0) / units.length));
  const columns = [
    ofItems(scribe, scribe.lineHead("sku"), ({ sku }) => sku),
    ...months.map((start, m) =>
      column(
        monthLabel(scribe.second, start),
        units.map((row) => row[m]!),
      ),
    ),
  ];
  return sales(scribe, { columns, below: [[word(scribe, "average"), ...mean]], fixed: true });
}

/** Money to the cent in the months: nothing says units. */
function cents(scribe: Scribe): Made {
  const months = monthsOf(scribe);
  const columns = [
    ofItems(scribe, scribe.lineHead("sku"), ({ sku }) => sku),
    ...months.map((start, m) =>
      column(
        monthLabel(scribe.second, start),
        scribe.world.articles.map(
          (article) => Math.round(unitsBy(scribe, months, article)[m]! * (article.price + 0.13) * 100) / 100,
        ),
      ),
    ),
  ];
  return { ...sales(scribe, { columns }), asks: "must", about: ["money"] };
}

/** Tables in other shapes than a row a thing. */
export const shapes: Kind = {
  kind: "shapes",
  traps: {
    "items turned": itemsTurned,
    "a column an article": articlesAcross,
    "side by side, sales lower": (scribe) => sunk(scribe, false),
    "side by side, items lower": (scribe) => sunk(scribe, true),
    "a row a measure": measures,
    "units and money in one header each": unitsAndMoney,
    "means below": means,
    "months to the cent": cents,
  },
};
