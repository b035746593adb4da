import type { Cell, Column, SheetSpec } from "../grammar/book.ts";
import type { Case, Made } from "../grammar/case.ts";
import { factsOf, type Facts, type ItemFacts } from "../grammar/facts.ts";
import { daysAfter, worldOf, type Article, type Sale, type World } from "../grammar/world.ts";

/** A workbook of a system's own exports, with their headers as the system writes them and made-up contents. */
export interface ExportBook {
  readonly system: string;
  /** Which lists of the system it holds. */
  readonly lists: string;
  make(world: World): Made;
}

/** Columns by header, in the order of the export; a row has a value for each. */
type Columns<Row> = Readonly<Record<string, (row: Row, index: number) => Cell>>;

/** A sheet of one list: a row for each of `rows`. */
export function list<Row>(name: string, rows: readonly Row[], columns: Columns<Row>): SheetSpec {
  const all = Object.entries(columns).map(([head, value]): Column => ({ head, cells: rows.map(value) }));
  return { name, tables: [{ columns: all }] };
}

/** An open purchase order of the shop. */
export interface Open {
  readonly article: Article;
  readonly quantity: number;
  readonly due: Date;
}

export const openOrders = ({ articles }: World): Open[] =>
  articles.flatMap((article) => article.orders.map((order) => ({ article, ...order })));

/** Units still to come of an article. */
export const coming = ({ orders }: Article): number => orders.reduce((sum, { quantity }) => sum + quantity, 0);

/** What went in and out of the stock, by date: receipts, sales and an adjustment now and then. */
export interface Move {
  readonly date: Date;
  readonly article: Article;
  readonly what: "sale" | "receipt" | "adjustment";
  readonly quantity: number;
}

export function moves({ sales, weeks, articles }: World): Move[] {
  const sold = sales.map((sale: Sale): Move => ({ ...sale, what: "sale" }));
  const others = weeks.flatMap((monday, w) =>
    articles.flatMap((article, i): Move[] => {
      const date = daysAfter(monday, 2);
      if ((w + 2 * i) % 6 === 0) return [{ date, article, what: "receipt", quantity: 55 + 5 * i }];
      return (w + i) % 11 === 0 ? [{ date, article, what: "adjustment", quantity: -1 }] : [];
    }),
  );
  return [...sold, ...others].sort((a, b) => a.date.getTime() - b.date.getTime());
}

/** Units with the sign that they have in a ledger of stock. */
export const signed = ({ what, quantity }: Move): number => (what === "sale" ? -quantity : quantity);

export const cents = (value: number): number => Math.round(value * 100) / 100;

/** Facts of the shop as an export tells them; without a lead time the general 14 days hold. */
export function facts(world: World, change: (article: Article, i: number) => Partial<ItemFacts>): Facts {
  const all = factsOf(world);
  const items = world.articles.map((article, i): [string, ItemFacts] => [
    article.sku,
    { stock: article.stock, lead: 14, ...change(article, i) },
  ]);
  return { ...all, items: Object.fromEntries(items) };
}

/** The case of an export, for the same judge as the grammar's. */
export function caseOfExport({ system, lists, make }: ExportBook, seed: number): Case {
  const world = worldOf(seed);
  const { book, facts: right, asks = "must not", about = [] } = make(world);
  return {
    kind: "systems",
    name: `${system}: ${lists}`,
    language: "en",
    today: world.today,
    book,
    expect: { facts: right, asks, about },
  };
}
