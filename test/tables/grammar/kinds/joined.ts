import type { Cell, Column } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import { column, itemColumns, itemsSheet, ofItems, ofSales, salesColumns, salesSheet } from "../layouts.ts";
import { JOINED } from "../words/joined.ts";
import { SPECIAL, VALUES } from "../words/values.ts";

const head = (scribe: Scribe, key: string): string => scribe.other(JOINED[key]!);

/** The stock in a sheet of its own, by the same codes. */
function stockApart(scribe: Scribe): Made {
  const apart = [
    ofItems(scribe, scribe.head("sku"), ({ sku }) => sku),
    ofItems(scribe, scribe.head("on_hand"), ({ stock }) => stock),
  ].map((one): Column => ({ ...one, cells: [...one.cells].reverse() }));
  return {
    book: [
      itemsSheet(scribe, itemColumns(scribe, ["on_hand"])),
      { name: scribe.word(JOINED.stock_sheet!), tables: [{ columns: apart }] },
      salesSheet(scribe),
    ],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [scribe.word(JOINED.stock_sheet!), scribe.head("on_hand")],
  };
}

/** "Stock" over its units and its money. */
function unitsUnderValue(scribe: Scribe): Made {
  const [sku, name, , lead] = itemColumns(scribe);
  const columns: Column[] = [
    { ...sku!, over: null },
    { ...name!, over: null },
    ofItems(scribe, scribe.word(JOINED.in_money!), ({ stock, cost }) => Math.round(stock * cost * 100) / 100),
    ofItems(scribe, scribe.word(JOINED.in_units!), ({ stock }) => stock),
    { ...lead!, over: null },
  ];
  columns[2] = { ...columns[2]!, over: scribe.word(JOINED.quantity_group!) };
  return {
    book: [{ ...itemsSheet(scribe, columns), merges: ["C1:D1"] }, salesSheet(scribe)],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [scribe.word(JOINED.quantity_group!)],
  };
}

/** A second time or cost: the first, the two together, or a question; never the second alone. */
function beside(scribe: Scribe, key: string, cells: readonly Cell[], made: Partial<Made> & Pick<Made, "facts">): Made {
  const columns = itemColumns(scribe);
  columns.splice(scribe.choose([2, 4], 1), 0, column(head(scribe, key), cells));
  return { book: [itemsSheet(scribe, columns), salesSheet(scribe)], ...made };
}

function transitTime(scribe: Scribe): Made {
  const days = [3, 5, 2, 7, 4, 3];
  const facts = factsOf(scribe.world);
  const leads = scribe.world.articles.map(({ lead }) => lead);
  return beside(scribe, "transit_time", days, {
    facts,
    also: changed(facts, (_, i) => ({ lead: leads[i]! + days[i]! })),
    asks: "may",
    about: [head(scribe, "transit_time"), scribe.head("lead_days")],
  });
}

function secondCost(scribe: Scribe, key: "landed_cost" | "last_cost", factor: number): Made {
  const columns = [
    ...itemColumns(scribe),
    ofItems(scribe, head(scribe, key), ({ cost }) => Math.round(cost * factor * 100) / 100),
    ofItems(scribe, scribe.head("cost"), ({ cost }) => cost),
  ];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: factsOf(scribe.world, { cost: true }),
    ...(key === "landed_cost" && { asks: "may" as const, about: [head(scribe, key), scribe.head("cost")] }),
  };
}

/** Sales in pieces and in cases, with what a case holds beside each item. */
function mixedUnits(scribe: Scribe): Made {
  const per = [6, 10, 12, 8, 20, 24];
  const unit = scribe.other(JOINED.uom!, scribe.second);
  const at = new Map(scribe.world.articles.map((article, i) => [article, i]));
  const [date, sku, sold] = salesColumns(scribe);
  const inCases = (row: number): boolean => row % 10 === 3;
  const cells = scribe.world.sales.map(({ quantity }, row) => (inCases(row) ? 1 : quantity));
  const columns = [
    date!,
    sku!,
    { ...sold!, cells },
    ofSales(scribe, unit, (_, row) => scribe.word(VALUES[inCases(row) ? "case" : "piece"]!, scribe.second)),
  ];
  const facts = factsOf(scribe.world);
  const demand: Record<string, [string, number][]> = {};
  scribe.world.sales.forEach(({ article, date: when, quantity }, row) =>
    (demand[article.sku] ??= []).push([
      when.toISOString().slice(0, 10),
      inCases(row) ? per[at.get(article)!]! : quantity,
    ]),
  );
  return {
    book: [
      itemsSheet(scribe, [...itemColumns(scribe), ofItems(scribe, scribe.other(SPECIAL.per_case!), (_, i) => per[i]!)]),
      salesSheet(scribe, columns),
    ],
    facts: { ...changed(facts, (_, i) => ({ multiple: per[i]!, optional: ["multiple"] })), demand },
    asks: "may",
    about: [unit, scribe.word(VALUES.case!, scribe.second), String(sold!.head)],
  };
}

/** Periods of a fiscal year, of which nothing says when it begins. */
function fiscalPeriods(scribe: Scribe): Made {
  const period = scribe.other(JOINED.fiscal!, scribe.second);
  const [, sku, sold] = salesColumns(scribe);
  const number = (date: Date): number => 1 + ((date.getUTCMonth() + 9) % 12);
  return {
    book: [
      itemsSheet(scribe),
      salesSheet(scribe, [
        ofSales(scribe, period, ({ date }) => `FY25-P${String(number(date)).padStart(2, "0")}`),
        sku!,
        sold!,
      ]),
    ],
    facts: factsOf(scribe.world),
    asks: "must",
    about: [period, "FY25", "period", "date"],
  };
}

/** What stands in two places, or has two measures. */
export const joined: Kind = {
  kind: "joined",
  traps: {
    "stock in a sheet of its own": stockApart,
    "units and value under one header": unitsUnderValue,
    "transit beside the lead time": transitTime,
    "landed cost beside the cost": (scribe) => secondCost(scribe, "landed_cost", 1.12),
    "last cost beside the cost": (scribe) => secondCost(scribe, "last_cost", 0.97),
    "sales in pieces and cases": mixedUnits,
    "fiscal periods": fiscalPeriods,
  },
};
