import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import {
  column,
  itemColumns,
  itemsSheet,
  localeOf,
  monthsOf,
  ofSales,
  salesColumns,
  salesSheet,
  two,
  wideTable,
} from "../layouts.ts";
import { SALES_DECOYS } from "../words/line-decoys.ts";
import { SPECIAL } from "../words/values.ts";

/** Money alone does not say how many were sold. */
function onlyMoney(scribe: Scribe): Made {
  const head = scribe.other(SALES_DECOYS.revenue!, scribe.second);
  const [date, sku] = salesColumns(scribe);
  const money = ofSales(scribe, head, ({ quantity, article }) => Math.round(quantity * article.price * 100) / 100);
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, [date!, sku!, money])],
    facts: factsOf(scribe.world),
    asks: "must",
    about: [head, "unit", "quantit"],
  };
}

/** No day is above the twelfth, the rows are in no order and no reading lies ahead: either may come first. */
function eitherWay(scribe: Scribe): Made {
  const [date, sku, sold] = salesColumns(scribe);
  const rows = (date!.cells as Date[]).flatMap((one, row) =>
    one.getUTCDate() <= 12 && one.getUTCFullYear() === 2025 ? [row] : [],
  );
  const mixed = rows.map((_, i) => rows[(i * 7) % rows.length]!);
  const pick = (cells: readonly Cell[]): Cell[] => mixed.map((row) => cells[row]!);
  const text = (one: Date): string => `${two(one.getUTCDate())}/${two(one.getUTCMonth() + 1)}/${one.getUTCFullYear()}`;
  const cells = (pick(date!.cells) as Date[]).map(text);
  return {
    book: [
      itemsSheet(scribe),
      salesSheet(scribe, [
        { ...date!, cells },
        { ...sku!, cells: pick(sku!.cells) },
        { ...sold!, cells: pick(sold!.cells) },
      ]),
    ],
    facts: factsOf(scribe.world),
    asks: "must",
    about: [String(date!.head), "day", "month"],
  };
}

/** Months of no year. */
function monthsWithoutYear(scribe: Scribe): Made {
  const month = (date: Date): string =>
    new Intl.DateTimeFormat(localeOf(scribe.second), { month: "long", timeZone: "UTC" }).format(date);
  return {
    book: [itemsSheet(scribe), { name: scribe.sheet("sales"), tables: [wideTable(scribe, monthsOf(scribe), month)] }],
    facts: factsOf(scribe.world),
    asks: "must",
    about: ["year", month(monthsOf(scribe)[0]!)],
  };
}

/** Both channels sell from the stock: the sum is right, or a question. */
function twoChannels(scribe: Scribe): Made {
  const [date, sku] = salesColumns(scribe);
  const [web, shop] = [scribe.other(SPECIAL.qty_web!, scribe.second), scribe.other(SPECIAL.qty_shop!, scribe.second)];
  const columns = [
    date!,
    sku!,
    ofSales(scribe, web, ({ quantity }, row) => quantity - (row % 3)),
    ofSales(scribe, shop, (_, row) => row % 3),
  ];
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, columns)],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [web, shop],
  };
}

/** Codes that lost their zeros in one of the sheets: matched, asked or said, but never planned without their sales. */
function lostZeros(scribe: Scribe): Made {
  const code = (i: number): string => `00${4410 + 37 * i}`;
  const at = new Map(scribe.world.articles.map(({ sku }, i) => [sku, i]));
  const [sku, ...others] = itemColumns(scribe);
  const [date, , sold] = salesColumns(scribe);
  const facts = factsOf(scribe.world);
  const renamed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([old, value]) => [code(at.get(old)!), value]));
  return {
    book: [
      itemsSheet(scribe, [{ ...sku!, cells: scribe.world.articles.map((_, i) => code(i)) }, ...others]),
      salesSheet(scribe, [
        date!,
        column(
          scribe.lineHead("sku"),
          scribe.world.sales.map(({ article }) => Number(code(at.get(article.sku)!))),
        ),
        sold!,
      ]),
    ],
    facts: { ...facts, items: renamed(facts.items), demand: renamed(facts.demand) },
    asks: "may",
    about: ["4410", code(0)],
  };
}

/** A day of the month is no evidence where the rows are in order of time: they tell which comes first. */
function orderTells(scribe: Scribe): Made {
  const [date, ...others] = salesColumns(scribe);
  const text = (one: Date): string => `${one.getUTCMonth() + 1}/${one.getUTCDate()}/${one.getUTCFullYear()}`;
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, [{ ...date!, cells: (date!.cells as Date[]).map(text) }, ...others])],
    facts: factsOf(scribe.world),
  };
}

/** The history alone: nothing is known of the stock, which must be said first. */
function noItems(scribe: Scribe): Made {
  return {
    book: [salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), () => ({ stock: 0, lead: 14 })),
    asks: "may",
  };
}

/** Workbooks with two readings, and some that only seem to have two. */
export const open: Kind = {
  kind: "open readings",
  traps: {
    "money and no units": onlyMoney,
    "days and months that read either way": eitherWay,
    "months without a year": monthsWithoutYear,
    "two channels": twoChannels,
    "codes without their zeros": lostZeros,
    "months first without zeros": orderTells,
    "no items": noItems,
  },
};
