import type { Cell } from "../book.ts";
import type { Asks, Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import { itemColumns, itemsSheet, ofItems, salesSheet } from "../layouts.ts";
import { day, daysAfter, type Article } from "../world.ts";
import { ITEM_DECOYS } from "../words/item-decoys.ts";

interface Decoy {
  readonly value: (article: Article, i: number, scribe: Scribe) => Cell;
  readonly asks?: Asks;
}

const weekly = ({ world }: Scribe, article: Article): number =>
  world.sales.filter((sale) => sale.article === article).reduce((sum, { quantity }) => sum + quantity, 0) /
  world.weeks.length;
const cents = (value: number): number => Math.round(value * 100) / 100;
const some = (scribe: Scribe, least: number, most: number): number => scribe.random.integer(least, most);
const past = (scribe: Scribe, days: number): Date => daysAfter(day(scribe.world.today), -some(scribe, 3, days));

const DECOYS: Readonly<Record<string, Decoy>> = {
  reorder_lot: { value: (_, i) => [120, 60, 240, 96, 48, 180][i]!, asks: "may" },
  economic_lot: { value: (a, _, s) => Math.round(weekly(s, a) * 7.3) },
  last_order: { value: (_, i) => [100, 72, 150, 40, 200, 64][i]! },
  mean_order: { value: (_, i) => [92.5, 70.25, 140.8, 44, 181.6, 66][i]! },
  order_number: { value: (_, i) => 450_117 + 13 * i },
  order_fee: { value: (_, i) => [35, 35, 42.5, 35, 42.5, 28][i]! },
  order_weekday: {
    value: (_, i, s) =>
      new Intl.DateTimeFormat(s.language, { weekday: "long", timeZone: "UTC" }).format(
        daysAfter(day("2026-03-02"), i % 5),
      ),
  },
  order_cycle: { value: (_, i) => [7, 14, 28, 7, 14, 30][i]! },
  order_value_floor: { value: (_, i) => [250, 500, 750, 250, 1000, 500][i]! },
  stock_value: { value: ({ stock, cost }) => cents(stock * cost) },
  opening_stock: { value: ({ stock }, i) => stock + [31, -9, 204, 17, -6, 58][i]! },
  safety_stock: { value: (a, _, s) => Math.round(weekly(s, a) * 1.4) },
  mean_stock: { value: ({ stock }, i) => stock * 0.8 + [0.5, 3.25, 0, 7.75, 2, 9.5][i]! },
  cover: { value: (a, _, s) => Math.round((a.stock / weekly(s, a)) * 7) },
  turns: { value: (a, _, s) => cents((52 * weekly(s, a)) / (a.stock + 20)) },
  last_count: { value: (_a, _i, s) => past(s, 90) },
  bin: { value: (_, i, s) => `${"ABC"[i % 3]}-${some(s, 10, 39)}-${i + 1}` },
  mean_sales: { value: (a, _, s) => cents(weekly(s, a) * 4.33) },
  year_sales: { value: (a, _, s) => Math.round(weekly(s, a) * 50) },
  year_demand: { value: (a, _, s) => Math.round(weekly(s, a) * 52) },
  next_forecast: { value: (a, _, s) => Math.round(weekly(s, a) * 4.5) },
  lead_demand: { value: (a, _, s) => Math.round((weekly(s, a) * a.lead) / 7) },
  last_sale: { value: (_a, _i, s) => past(s, 9) },
  year_revenue: { value: (a, _, s) => cents(weekly(s, a) * 50 * a.price) },
  abc: { value: (_, i) => "AABBCC"[i]! },
  list_price: { value: ({ price }) => cents(price * 1.2) },
  margin: { value: ({ cost, price }) => cents(1 - cost / price) },
  tax: { value: (_, i) => [0.21, 0.21, 0.1, 0.21, 0.1, 0.21][i]! },
  weight: { value: (_, i) => [0.4, 1.25, 2.1, 0.05, 0.8, 3.6][i]! },
  barcode: { value: (_, i) => 4_009_900_000_017 + 1_131 * i },
  supplier_number: { value: (_, i) => 70_210 + 5 * (i % 3) },
  shelf_life: { value: (_, i) => [365, 730, 540, 365, 180, 720][i]! },
  payment_terms: { value: (_, i) => [30, 60, 30, 45, 30, 60][i]! },
  lead_spread: { value: (_, i) => [2.1, 4, 1.5, 6, 3, 2.4][i]! },
  warranty: { value: (_, i) => [12, 24, 24, 12, 36, 24][i]! },
  transit_value: { value: ({ orders, cost }) => cents(orders.reduce((sum, { quantity }) => sum + quantity, 0) * cost) },
  created: { value: (_a, _i, s) => past(s, 1500) },
  buyer: { value: (_, i) => `P${(i % 2) + 1}` },
  last_cost_date: { value: (_a, _i, s) => past(s, 200) },
};

/** The column stands before or behind the ones that it looks like. */
function beside(scribe: Scribe, name: string): Made {
  const { value, asks } = DECOYS[name]!;
  const head = scribe.other(ITEM_DECOYS[name]!);
  const columns = itemColumns(scribe);
  const decoy = ofItems(scribe, head, (article, i) => value(article, i, scribe));
  columns.splice(scribe.choose([1, 2, 3, 4], 1), 0, decoy);
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: factsOf(scribe.world),
    ...(asks && { asks, about: [head] }),
  };
}

/** Columns of items that a plan must leave alone. */
export const itemDecoys: Kind = {
  kind: "item decoys",
  traps: Object.fromEntries(Object.keys(DECOYS).map((name) => [name, (scribe: Scribe) => beside(scribe, name)])),
};

/** The column stands where the stock would: there is none then, which the buyer must hear or be asked. */
function instead(scribe: Scribe, name: string): Made {
  const head = scribe.other(ITEM_DECOYS[name]!);
  const decoy = ofItems(scribe, head, (article, i) => DECOYS[name]!.value(article, i, scribe));
  const columns = itemColumns(scribe, ["on_hand"]);
  columns.splice(2, 0, decoy);
  const facts = factsOf(scribe.world);
  const items = Object.entries(facts.items).map(([sku, item]) => [sku, { ...item, stock: 0 }]);
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: { ...facts, items: Object.fromEntries(items) },
  };
}

const NOT_STOCK = ["stock_value", "safety_stock", "mean_stock", "cover", "mean_sales", "year_sales", "year_demand"];

/** Tables of items without a column of stock, and with one that looks like it. */
export const noStock: Kind = {
  kind: "no stock column",
  asks: "may",
  traps: Object.fromEntries(NOT_STOCK.map((name) => [name, (scribe: Scribe) => instead(scribe, name)])),
};
