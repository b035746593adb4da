import type { Random } from "../../../shared/numeric/random.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";

/** One article as it really is, whatever the workbook calls it. */
export interface Article {
  readonly sku: string;
  readonly name: string;
  readonly supplier: string;
  readonly stock: number;
  readonly lead: number;
  readonly cost: number;
  readonly price: number;
  readonly multiple: number;
  readonly moq: number;
  /** Open purchase orders. */
  readonly orders: readonly { readonly quantity: number; readonly due: Date }[];
}

/** Units of an article that were sold on a day. */
export interface Sale {
  readonly article: Article;
  readonly date: Date;
  readonly quantity: number;
}

/** A small shop: what is true and what its workbooks tell of. */
export interface World {
  readonly today: string;
  readonly articles: readonly Article[];
  /** By date. */
  readonly sales: readonly Sale[];
  /** Mondays of the history. */
  readonly weeks: readonly Date[];
  readonly random: Random;
}

const DAY = 86_400_000;
export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);
export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** A Monday and the second of a month: weeks and months of the history are over. */
const TODAY = "2026-03-02";
const FIRST_MONDAY = "2025-09-01";
const WEEKS = 26;
const NAMES = ["Hinge 40", "Clamp L", "Valve 3/4", "Gasket", "Filter 10", "Bracket"];
const SUPPLIERS = ["Norte", "Kestrel", "Brink"];

function articleOf(i: number, random: Random): Article {
  const cost = random.integer(235, 8990) / 100;
  const open = i % 3 === 1;
  return {
    sku: `${"KTMBRW"[i]}${"XQZ"[i % 3]}-${random.integer(1000, 9799)}`,
    name: NAMES[i]!,
    supplier: SUPPLIERS[i % SUPPLIERS.length]!,
    stock: random.integer(14, 60) * (i === 2 ? 31 : 1),
    lead: random.integer(8, 34),
    cost,
    price: Math.round(cost * random.integer(145, 210)) / 100,
    multiple: [6, 8, 12, 24][random.integer(0, 3)]!,
    moq: random.integer(5, 16) * 10,
    orders: open ? [{ quantity: random.integer(21, 90), due: daysAfter(day(TODAY), random.integer(3, 9)) }] : [],
  };
}

/** The shop of a seed. */
export function worldOf(seed: number): World {
  const random = randomFrom(seed);
  const articles = NAMES.map((_, i) => articleOf(i, random));
  const weeks = Array.from({ length: WEEKS }, (_, i) => daysAfter(day(FIRST_MONDAY), 7 * i));
  const sales = weeks.flatMap((monday) =>
    articles.flatMap((article, i) => {
      const quantity = random.integer(4 + 3 * i, 11 + 4 * i);
      // Something is sold on the first day and on the last but one of each week: the history's weeks are whole.
      const date = daysAfter(monday, i === 0 ? 0 : random.integer(0, 4));
      if (quantity < 14 || i % 2 === 0) return [{ article, date, quantity }];
      return [
        { article, date, quantity: quantity - 5 },
        { article, date: daysAfter(monday, i === 5 ? 5 : random.integer(0, 4)), quantity: 5 },
      ];
    }),
  );
  return { today: TODAY, articles, sales: sales.sort((a, b) => a.date.getTime() - b.date.getTime()), weeks, random };
}
