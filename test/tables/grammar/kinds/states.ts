import type { Cell, Column } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf, type Facts } from "../facts.ts";
import { column, itemsSheet, ofSales, orderColumns, ordersSheet, salesColumns, salesSheet } from "../layouts.ts";
import { day, daysAfter } from "../world.ts";
import { SPECIAL, VALUES } from "../words/values.ts";

/** Rows put between those of the sales: what they say beside day, article and units. */
function withRows(columns: readonly Column[], every: number, cells: readonly ((row: number) => Cell)[]): Column[] {
  return columns.map((one, c) => ({
    ...one,
    cells: one.cells.flatMap((cell, row) => (row % every === 2 ? [cell, cells[c]!(row)] : [cell])),
  }));
}

/** Sales of which some rows were cancelled: those were not sold. */
function cancelledSales(scribe: Scribe): Made {
  const head = scribe.lineHead("status");
  const { sales } = scribe.world;
  const [shipped, cancelled] = [
    scribe.word(VALUES.shipped!, scribe.second),
    scribe.word(VALUES.cancelled!, scribe.second),
  ];
  const columns = withRows([...salesColumns(scribe), ofSales(scribe, head, () => shipped)], 17, [
    (row) => sales[row]!.date,
    (row) => sales[row]!.article.sku,
    (row) => 40 + row,
    () => cancelled,
  ]);
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, columns)],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [head, cancelled],
  };
}

/** Returns in a list of sales as negative quantities: they net with what was sold on that day. */
function negativeReturns(scribe: Scribe): Made {
  const { sales } = scribe.world;
  const columns = withRows(salesColumns(scribe), 19, [
    (row) => sales[row]!.date,
    (row) => sales[row]!.article.sku,
    () => -2,
  ]);
  const facts = factsOf(scribe.world);
  const demand: Record<string, [string, number][]> = {};
  for (const [sku, rows] of Object.entries(facts.demand))
    demand[sku] = rows.map(([date, quantity]) => [date, quantity]);
  sales.forEach(({ article, date }, row) => {
    if (row % 19 === 2) demand[article.sku]!.push([date.toISOString().slice(0, 10), -2]);
  });
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, columns)],
    facts: { ...facts, demand },
    asks: "may",
  };
}

/** What is still to come of orders in every state. */
function orderStates(scribe: Scribe, flag: (state: "open" | "closed" | "cancelled") => Cell, head: string): Made {
  const { articles } = scribe.world;
  const states = articles.map((_, i) => (["open", "closed", "cancelled"] as const)[i % 3]!);
  const due = articles.map((_, i) => daysAfter(day(scribe.world.today), 2 + i));
  const columns = [
    column(
      scribe.lineHead("po"),
      articles.map((_, i) => `B${4400 + i}`),
    ),
    column(
      scribe.lineHead("sku"),
      articles.map(({ sku }) => sku),
    ),
    column(
      scribe.lineHead("ordered"),
      articles.map((_, i) => 30 + 11 * i),
    ),
    column(scribe.lineHead("due"), due),
    column(head, states.map(flag)),
  ];
  const facts = changed(factsOf(scribe.world), (_, i) =>
    states[i] === "open"
      ? { onOrder: 30 + 11 * i, due: [due[i]!.toISOString().slice(0, 10)] }
      : { onOrder: 0, due: [] },
  );
  return { book: [itemsSheet(scribe), salesSheet(scribe), ordersSheet(scribe, columns)], facts };
}

const orderStatus = (scribe: Scribe): Made =>
  orderStates(scribe, (state) => scribe.word(VALUES[state]!, scribe.second), scribe.lineHead("status"));

const orderClosed = (scribe: Scribe): Made =>
  orderStates(
    scribe,
    (state) => scribe.word(VALUES[state === "open" ? "no" : "yes"]!, scribe.second),
    scribe.other(SPECIAL.closed_flag!, scribe.second),
  );

/** Orders of which some has come. */
function remainders(scribe: Scribe, which: "received" | "remaining" | "both"): Made {
  const [po, sku, ordered, due] = orderColumns(scribe);
  const whole = ordered!.cells as number[];
  const received = whole.map((quantity, i) => (i % 2 === 0 ? quantity - 7 : 0));
  const left = whole.map((quantity, i) => quantity - received[i]!);
  const columns = [
    po!,
    sku!,
    ordered!,
    ...(which === "remaining" ? [] : [column(scribe.lineHead("received"), received)]),
    ...(which === "received" ? [] : [column(scribe.lineHead("remaining"), left)]),
    due!,
  ];
  const open = new Map((sku!.cells as string[]).map((code, i) => [code, left[i]!]));
  const facts: Facts = changed(factsOf(scribe.world, { orders: true }), (_item, _i, code) => ({
    onOrder: open.get(code) ?? 0,
  }));
  return { book: [itemsSheet(scribe), salesSheet(scribe), ordersSheet(scribe, columns)], facts };
}

/** Rows of sales and orders that count as what they are. */
export const states: Kind = {
  kind: "states",
  traps: {
    "cancelled sales": cancelledSales,
    "returns as negative quantities": negativeReturns,
    "orders by status": orderStatus,
    "orders by a column that says closed": orderClosed,
    "ordered and received": (scribe) => remainders(scribe, "received"),
    "ordered and remaining": (scribe) => remainders(scribe, "remaining"),
    "ordered, received and remaining": (scribe) => remainders(scribe, "both"),
  },
};
