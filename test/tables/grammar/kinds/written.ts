import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import { itemColumns, itemsSheet, localeOf, ofItems, ofSales, salesColumns, salesSheet } from "../layouts.ts";
import { VALUES } from "../words/values.ts";

const CURRENCIES = { en: "GBP", de: "EUR", fr: "EUR", es: "EUR", it: "EUR", nl: "EUR", pt: "BRL", zh: "CNY" } as const;

const stockAs = (scribe: Scribe, write: (stock: number, i: number) => Cell): Made => {
  const columns = itemColumns(scribe);
  columns[2] = ofItems(scribe, columns[2]!.head, ({ stock }, i) => write(stock, i));
  return { book: [itemsSheet(scribe, columns), salesSheet(scribe)], facts: factsOf(scribe.world) };
};

const grouped = (scribe: Scribe, value: number): string =>
  new Intl.NumberFormat(localeOf(scribe.language), { useGrouping: "always" }).format(value);

function moneyAs(scribe: Scribe): Made {
  const form = new Intl.NumberFormat(localeOf(scribe.language), {
    style: "currency",
    currency: CURRENCIES[scribe.language],
  });
  const columns = [...itemColumns(scribe), ofItems(scribe, scribe.head("cost"), ({ cost }) => form.format(cost))];
  return { book: [itemsSheet(scribe, columns), salesSheet(scribe)], facts: factsOf(scribe.world, { cost: true }) };
}

/** Nothing, a dash or "n/a" where there is none. */
function blanks(scribe: Scribe, nothing: Cell): Made {
  const columns = itemColumns(scribe);
  columns[2] = ofItems(scribe, columns[2]!.head, ({ stock }, i) => (i === 3 ? nothing : stock));
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => (i === 3 ? { stock: 0 } : {})),
    asks: "may",
  };
}

/** Codes as a spreadsheet shows them: numbers with zeros in front by their format. */
function shownZeros(scribe: Scribe): Made {
  const code = (i: number): number => 4_410 + 37 * i;
  const shown = (i: number): string => String(code(i)).padStart(6, "0");
  const at = new Map(scribe.world.articles.map(({ sku }, i) => [sku, i]));
  const [sku, ...others] = itemColumns(scribe);
  const [date, lineSku, sold] = salesColumns(scribe);
  const facts = factsOf(scribe.world);
  const renamed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([old, value]) => [shown(at.get(old)!), value]));
  return {
    book: [
      itemsSheet(scribe, [
        { ...sku!, cells: scribe.world.articles.map((_, i) => code(i)), format: "000000" },
        ...others,
      ]),
      salesSheet(scribe, [date!, ofSales(scribe, lineSku!.head, ({ article }) => shown(at.get(article.sku)!)), sold!]),
    ],
    facts: { ...facts, items: renamed(facts.items), demand: renamed(facts.demand) },
  };
}

/** The case of letters and spaces around do not make another article. */
function otherSpelling(scribe: Scribe): Made {
  const [date, sku, sold] = salesColumns(scribe);
  const cells = (sku!.cells as string[]).map((code, row) => (row % 2 === 0 ? ` ${code.toLowerCase()} ` : code));
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, [date!, { ...sku!, cells }, sold!])],
    facts: factsOf(scribe.world),
  };
}

/** Numbers and codes in the ways in which people and programs write them. */
export const written: Kind = {
  kind: "as written",
  traps: {
    "stock with separators": (scribe) => stockAs(scribe, (stock) => grouped(scribe, stock)),
    "stock with its unit": (scribe) => stockAs(scribe, (stock) => `${stock} ${scribe.word(VALUES.piece!)}`),
    "stock with an apostrophe in front": (scribe) => stockAs(scribe, (stock) => `'${stock}`),
    "cost with its currency": moneyAs,
    "stock blank": (scribe) => blanks(scribe, null),
    "stock as a dash": (scribe) => blanks(scribe, "-"),
    "stock n/a": (scribe) => blanks(scribe, "n/a"),
    "codes with zeros by format": shownZeros,
    "codes in small letters and spaces": otherSpelling,
  },
};
