import type { Column, SheetSpec } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import { column, itemsSheet, monthLabel, monthsOf, salesColumns, salesSheet, wideTable } from "../layouts.ts";
import { day, daysAfter } from "../world.ts";
import { PLAIN, SHEETS } from "../words/plain.ts";

/** "Quantity", which says nothing of whether it was sold. */
const plainQuantity = (scribe: Scribe): string => PLAIN.sold[scribe.second][0]!;

/** A list of day, article and units as the sales have it, of something else. */
function otherList(scribe: Scribe, key: keyof typeof SHEETS, quantity: (row: number) => number): SheetSpec {
  const dates = scribe.world.weeks.flatMap((monday) => scribe.world.articles.map(() => daysAfter(monday, 1)));
  const [date, sku, sold] = salesColumns(scribe);
  const columns: Column[] = [
    { ...date!, cells: dates },
    { ...sku!, cells: dates.map((_, row) => scribe.world.articles[row % scribe.world.articles.length]!.sku) },
    { ...sold!, cells: dates.map((_, row) => quantity(row)), head: plainQuantity(scribe) },
  ];
  return { name: scribe.sheet(key), tables: [{ columns }] };
}

const withOther = (scribe: Scribe, key: keyof typeof SHEETS, quantity: (row: number) => number): Made => {
  const other = otherList(scribe, key, quantity);
  const [date, sku, sold] = salesColumns(scribe);
  const sales = salesSheet(scribe, [date!, sku!, { ...sold!, head: plainQuantity(scribe) }]);
  return {
    book: [itemsSheet(scribe), ...(scribe.choose([true, false], 1) ? [sales, other] : [other, sales])],
    facts: factsOf(scribe.world),
  };
};

/** The history wide, with another sheet of the same shape. */
function wideBeside(scribe: Scribe, key: "forecast" | "budget" | "revenue"): Made {
  const months = monthsOf(scribe);
  const ahead = months.map((_, i) => new Date(Date.UTC(2026, 2 + i, 1)));
  const label = (date: Date): string => monthLabel(scribe.second, date);
  const sales = wideTable(scribe, months, label);
  const other: Column[] = sales.columns.map((one, c) => {
    if (c === 0) return one;
    const head = key === "forecast" ? label(ahead[c - 1]!) : one.head;
    const cells = one.cells.map((cell, r) =>
      key === "revenue"
        ? Math.round(Number(cell) * scribe.world.articles[r]!.price * 100) / 100
        : Math.round(Number(cell) * 1.1) + r,
    );
    return { ...one, head, cells };
  });
  return {
    book: [
      itemsSheet(scribe),
      { name: scribe.sheet("sales"), tables: [sales] },
      { name: scribe.sheet(key), tables: [{ columns: other }] },
    ],
    facts: { ...factsOf(scribe.world), grain: "month" },
  };
}

function copied(scribe: Scribe, hidden: boolean): Made {
  const sales = salesSheet(scribe);
  const name = `${sales.name} (2)`;
  return {
    book: [itemsSheet(scribe), sales, { ...sales, name, ...(hidden && { hidden: true as const }) }],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [name, sales.name],
  };
}

/** Last year's sheet, hidden, of other days: part of the history or not, but never in silence. */
function twoYears(scribe: Scribe): Made {
  const columns = salesColumns(scribe);
  const dates = columns[0]!.cells as Date[];
  const half = (second: boolean): Column[] =>
    columns.map((one) => ({
      ...one,
      cells: one.cells.filter((_, row) => dates[row]!.getUTCFullYear() === (second ? 2026 : 2025)),
    }));
  const name = (year: number): string => `${scribe.sheet("sales")} ${year}`;
  return {
    book: [
      itemsSheet(scribe),
      { name: name(2025), tables: [{ columns: half(false) }] },
      { name: name(2026), tables: [{ columns: half(true) }] },
    ],
    facts: factsOf(scribe.world),
  };
}

/** The sales and their summary by month: one history, not two. */
function summaryBeside(scribe: Scribe): Made {
  const summary = wideTable(scribe, monthsOf(scribe), (date) => monthLabel(scribe.second, date));
  return {
    book: [itemsSheet(scribe), salesSheet(scribe), { name: "Pivot", tables: [summary] }],
    facts: factsOf(scribe.world),
  };
}

/** Sheets without a table: text, and a list of customers. */
function notesAndCustomers(scribe: Scribe): Made {
  const notes = [["Lorem ipsum dolor"], ["sit amet, consectetur:"], ["12 / 24 / 36"]];
  const customers = [
    column(scribe.lineHead("customer"), ["Alder", "Beech", "Cedar"]),
    column("Tel.", ["+00 111", "+00 112", "+00 113"]),
    column(scribe.lineHead("date"), [day("2020-02-03"), day("2021-05-11"), day("2019-09-30")]),
  ];
  return {
    book: [
      { name: scribe.sheet("notes"), tables: [{ above: notes, columns: [] }] },
      itemsSheet(scribe),
      { name: scribe.sheet("customers"), tables: [{ columns: customers }] },
      salesSheet(scribe),
    ],
    facts: factsOf(scribe.world),
  };
}

/** Sheets that are no history, whatever shape they have. */
export const sheets: Kind = {
  kind: "several sheets",
  traps: {
    "goods receipts": (scribe) => withOther(scribe, "receipts", (row) => 50 + 10 * (row % 4)),
    purchases: (scribe) => withOther(scribe, "purchases", (row) => 48 + 12 * (row % 5)),
    "stock counts": (scribe) => withOther(scribe, "count", (row) => 20 + ((row * 7) % 60)),
    forecast: (scribe) => wideBeside(scribe, "forecast"),
    budget: (scribe) => wideBeside(scribe, "budget"),
    revenue: (scribe) => wideBeside(scribe, "revenue"),
    "a copy": (scribe) => copied(scribe, false),
    "a hidden copy": (scribe) => copied(scribe, true),
    "a sheet a year": twoYears,
    "a summary by month": summaryBeside,
    "notes and customers": notesAndCustomers,
  },
};
