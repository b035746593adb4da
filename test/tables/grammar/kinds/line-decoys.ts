import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import {
  column,
  itemsSheet,
  ofSales,
  openOrders,
  orderColumns,
  ordersSheet,
  salesColumns,
  salesSheet,
} from "../layouts.ts";
import { daysAfter, type Sale } from "../world.ts";
import { ORDER_DECOYS, SALES_DECOYS } from "../words/line-decoys.ts";

const cents = (value: number): number => Math.round(value * 100) / 100;

const SALES: Readonly<Record<string, (sale: Sale, row: number, scribe: Scribe) => Cell>> = {
  revenue: ({ quantity, article }) => cents(quantity * article.price),
  money_sales: ({ quantity, article }) => cents(quantity * article.price * 0.95),
  unit_price: ({ article }) => article.price,
  line_cost: ({ quantity, article }) => cents(quantity * article.cost),
  discount: (_, row) => [0, 0, 5, 10, 0, 2.5][row % 6]!,
  line_tax: ({ quantity, article }) => cents(quantity * article.price * 0.21),
  invoice_number: (_, row) => 90_215 + Math.floor(row / 3),
  customer_number: (_, row) => 10_040 + ((row * 7) % 31),
  line_number: (_, row) => 10 * (1 + (row % 3)),
  balance: (_, row) => 180 - ((row * 13) % 90),
  line_weight: ({ quantity }) => cents(quantity * 0.35),
  shipping_days: (_, row) => 1 + (row % 4),
  freight: (_, row) => [4.9, 0, 6.5, 4.9, 0, 12][row % 6]!,
  due_payment: ({ date }) => daysAfter(date, 30),
  entered: ({ date }, row) => daysAfter(date, row % 3),
  sales_rep: (_, row) => ["R1", "R2", "R3"][row % 3]!,
  channel: (_, row) => ["Web", "B2B"][row % 2]!,
  unit: (_row, _i, { second }) => (second === "zh" ? "个" : second === "de" ? "Stk" : "pcs"),
};

function inSales(scribe: Scribe, name: string): Made {
  const columns = salesColumns(scribe);
  const head = scribe.other(SALES_DECOYS[name]!, scribe.second);
  columns.splice(
    scribe.choose([0, 1, 2, 3], 1),
    0,
    ofSales(scribe, head, (sale, row) => SALES[name]!(sale, row, scribe)),
  );
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, columns)],
    facts: factsOf(scribe.world),
    // The day of entry is a second day on which the units may have been sold.
    ...(name === "entered" && { asks: "may" as const, about: [head] }),
  };
}

/** Columns of sales that are not units. */
export const salesDecoys: Kind = {
  kind: "sales decoys",
  traps: Object.fromEntries(Object.keys(SALES).map((name) => [name, (scribe: Scribe) => inSales(scribe, name)])),
};

type Order = ReturnType<typeof openOrders>[number];
const ORDERS: Readonly<Record<string, (order: Order, row: number) => Cell>> = {
  line_value: ({ quantity, article }) => cents(quantity * article.cost),
  unit_price: ({ article }) => article.cost,
  line_number: (_, row) => 10 * (row + 1),
  order_date: ({ due }, row) => daysAfter(due, -21 - row),
  supplier_number: (_, row) => 70_210 + 5 * row,
  invoiced: () => 0,
  buyer: (_, row) => ["P1", "P2"][row % 2]!,
  confirmation: (_, row) => `AB${88_120 + 7 * row}`,
};

function inOrders(scribe: Scribe, name: string): Made {
  const columns = orderColumns(scribe);
  const orders = openOrders(scribe);
  const head = scribe.other(ORDER_DECOYS[name]!, scribe.second);
  columns.splice(scribe.choose([1, 2, 3], 1), 0, column(head, orders.map(ORDERS[name]!)));
  return {
    book: [itemsSheet(scribe), salesSheet(scribe), ordersSheet(scribe, columns)],
    facts: factsOf(scribe.world, { orders: true }),
  };
}

/** Columns of open orders that are neither units to come nor their day. */
export const orderDecoys: Kind = {
  kind: "order decoys",
  traps: Object.fromEntries(Object.keys(ORDERS).map((name) => [name, (scribe: Scribe) => inOrders(scribe, name)])),
};
