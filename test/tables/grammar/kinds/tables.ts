import type { Cell, Column, Table } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import {
  itemColumns,
  itemsSheet,
  monthsOf,
  orderColumns,
  salesColumns,
  salesSheet,
  unitsBy,
  column,
  ofItems,
  localeOf,
} from "../layouts.ts";
import { VALUES } from "../words/values.ts";

const facts = (scribe: Scribe) => factsOf(scribe.world, { orders: true });

/** Items and open orders on one sheet. */
function together(scribe: Scribe, beside: boolean, titles: boolean): Made {
  const title = (key: "items" | "open_orders"): Partial<Table> => (titles ? { above: [[scribe.sheet(key)]] } : {});
  const tables: Table[] = [
    { ...title("items"), columns: itemColumns(scribe) },
    { ...title("open_orders"), columns: orderColumns(scribe) },
  ];
  const name = scribe.sheet("items");
  return {
    book: [{ name, tables, ...(beside && { beside: true as const }) }, salesSheet(scribe)],
    facts: facts(scribe),
    asks: "may",
    about: [name, scribe.sheet("open_orders")],
  };
}

function salesBesideItems(scribe: Scribe): Made {
  const name = scribe.sheet("items");
  return {
    book: [{ name, tables: [{ columns: itemColumns(scribe) }, { columns: salesColumns(scribe) }], beside: true }],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [name],
  };
}

/** A title, a day and a blank row above; a remark below. */
function reportAround(scribe: Scribe): Made {
  const head = (key: "items" | "sales"): Cell[][] => [
    [scribe.sheet(key)],
    [`${scribe.word(VALUES.report!)} 02.03.2026`],
    [],
  ];
  const below: Cell[][] = [[], ["© ERP 11.4"]];
  return {
    book: [
      { name: scribe.sheet("items"), tables: [{ above: head("items"), columns: itemColumns(scribe), below }] },
      { name: scribe.sheet("sales"), tables: [{ above: head("sales"), columns: salesColumns(scribe), below }] },
    ],
    facts: factsOf(scribe.world),
  };
}

const sum = (cells: readonly Cell[]): number => cells.reduce((all: number, cell) => all + Number(cell), 0);

/** Sums below the rows. */
function totalRows(scribe: Scribe): Made {
  const [sku, name, onHand, lead] = itemColumns(scribe);
  const word = scribe.word(VALUES.total!);
  const [date, code, sold] = salesColumns(scribe);
  return {
    book: [
      {
        name: scribe.sheet("items"),
        tables: [
          { columns: [sku!, name!, onHand!, lead!], below: [[word, null, sum(onHand!.cells), null]], fixed: true },
        ],
      },
      {
        name: scribe.sheet("sales"),
        tables: [{ columns: [date!, code!, sold!], below: [[word, null, sum(sold!.cells)]], fixed: true }],
      },
    ],
    facts: factsOf(scribe.world),
  };
}

/** The article once a group, a subtotal behind each. */
function groups(scribe: Scribe): Made {
  const { articles, sales } = scribe.world;
  const cells: [Cell, Cell, Cell][] = articles.flatMap((article) => {
    const own = sales.filter((sale) => sale.article === article);
    const rows = own.map(({ date, quantity }, i): [Cell, Cell, Cell] => [i === 0 ? article.sku : null, date, quantity]);
    return [...rows, [scribe.word(VALUES.subtotal!, scribe.second), null, sum(own.map(({ quantity }) => quantity))]];
  });
  const [date, sku, sold] = salesColumns(scribe);
  const at = (c: number): Cell[] => cells.map((row) => row[c]!);
  const columns: Column[] = [
    { ...sku!, cells: at(0) },
    { ...date!, cells: at(1) },
    { ...sold!, cells: at(2) },
  ];
  return {
    book: [itemsSheet(scribe), { name: scribe.sheet("sales"), tables: [{ columns, fixed: true }] }],
    facts: factsOf(scribe.world),
  };
}

/** Months under their year, and a total behind them and below. */
function yearsOverMonths(scribe: Scribe, totals: boolean): Made {
  const months = monthsOf(scribe);
  const { articles } = scribe.world;
  const units = articles.map((article) => unitsBy(scribe, months, article));
  const name = new Intl.DateTimeFormat(localeOf(scribe.second), { month: "short", timeZone: "UTC" });
  const word = scribe.word(VALUES.total!, scribe.second);
  const columns: Column[] = [
    ofItems(scribe, scribe.lineHead("sku"), ({ sku }) => sku),
    ...months.map((start, m) =>
      column(
        name.format(start),
        units.map((row) => row[m]!),
        { over: m === 0 || start.getUTCMonth() === 0 ? start.getUTCFullYear() : null },
      ),
    ),
    ...(totals ? [column(word, units.map(sum))] : []),
  ];
  const all = months.map((_, m) => sum(units.map((row) => row[m]!)));
  return {
    book: [
      itemsSheet(scribe),
      {
        name: scribe.sheet("sales"),
        tables: [{ columns, fixed: true, ...(totals && { below: [[word, ...all, sum(all)]] }) }],
        merges: ["B1:E1", "F1:G1"],
      },
    ],
    facts: { ...factsOf(scribe.world), grain: "month" },
  };
}

/** Titles of groups of columns above the header. */
function groupTitles(scribe: Scribe): Made {
  const columns = itemColumns(scribe).map((one, i) => ({
    ...one,
    over: ["1. Basis", null, "2. Plan", null][i] ?? null,
  }));
  return {
    book: [{ ...itemsSheet(scribe, columns), merges: ["A1:B1", "C1:D1"] }, salesSheet(scribe)],
    facts: factsOf(scribe.world),
  };
}

/** Where tables begin and end on their sheets. */
export const tables: Kind = {
  kind: "tables on a sheet",
  traps: {
    "orders below the items": (scribe) => together(scribe, false, false),
    "orders below the items, with titles": (scribe) => together(scribe, false, true),
    "orders beside the items": (scribe) => together(scribe, true, false),
    "sales beside the items": salesBesideItems,
    "a report's title and remark": reportAround,
    "totals below": totalRows,
    "subtotals between": groups,
    "years over months": (scribe) => yearsOverMonths(scribe, false),
    "years over months, with totals": (scribe) => yearsOverMonths(scribe, true),
    "titles of groups of columns": groupTitles,
  },
};
