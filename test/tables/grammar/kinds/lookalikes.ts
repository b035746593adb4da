import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import {
  column,
  itemColumns,
  itemsSheet,
  ofItems,
  ofSales,
  openOrders,
  orderColumns,
  ordersSheet,
  salesColumns,
  salesSheet,
  two,
} from "../layouts.ts";
import { SHAPES } from "../words/shapes.ts";
import { SPECIAL } from "../words/values.ts";

const head = (scribe: Scribe, key: keyof typeof SHAPES): string => scribe.other(SHAPES[key]!, scribe.second);

/** Numbers that count up are orders' numbers, whatever their header. */
function orderNumbers(scribe: Scribe): Made {
  const order = ofSales(scribe, head(scribe, "order"), (_, row) => 10_400 + 3 * Math.floor(row / 2));
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, [order, ...salesColumns(scribe)])],
    facts: factsOf(scribe.world),
  };
}

function lastYear(scribe: Scribe): Made {
  const [date, sku, sold] = salesColumns(scribe);
  const before = ofSales(scribe, head(scribe, "last_year"), ({ quantity }, row) => quantity + 2 + (row % 3));
  return { book: [itemsSheet(scribe), salesSheet(scribe, [date!, sku!, before, sold!])], facts: factsOf(scribe.world) };
}

const PER_CASE = 12;

/** Orders in cases, of as many units as the items say. */
function inCases(scribe: Scribe): Made {
  const columns = orderColumns(scribe);
  const orders = openOrders(scribe);
  columns[2] = column(
    head(scribe, "cases_ordered"),
    orders.map((_, i) => 2 + i),
  );
  const items = [...itemColumns(scribe), ofItems(scribe, scribe.other(SPECIAL.per_case!), () => PER_CASE)];
  const units = new Map(orders.map(({ article }, i) => [article.sku, (2 + i) * PER_CASE]));
  const facts = changed(factsOf(scribe.world, { orders: true }), (_, _i, sku) => ({
    multiple: PER_CASE,
    onOrder: units.get(sku) ?? 0,
  }));
  return { book: [itemsSheet(scribe, items), salesSheet(scribe), ordersSheet(scribe, columns)], facts };
}

/** What has not come yet of an order is a balance there, and no stock. */
function balances(scribe: Scribe): Made {
  const columns = orderColumns(scribe);
  const orders = openOrders(scribe);
  columns[2] = { ...columns[2]!, cells: orders.map(({ quantity }) => quantity + 40) };
  columns.splice(
    3,
    0,
    column(
      head(scribe, "balance"),
      orders.map(({ quantity }) => quantity),
    ),
  );
  return {
    book: [itemsSheet(scribe), salesSheet(scribe), ordersSheet(scribe, columns)],
    facts: factsOf(scribe.world, { orders: true }),
  };
}

/** Two digits of a year before the month and the day. */
function yearFirst(scribe: Scribe): Made {
  const [date, ...others] = salesColumns(scribe);
  const text = (one: Date): string =>
    `${one.getUTCFullYear() - 2000}/${two(one.getUTCMonth() + 1)}/${two(one.getUTCDate())}`;
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, [{ ...date!, cells: (date!.cells as Date[]).map(text) }, ...others])],
    facts: factsOf(scribe.world),
  };
}

/** A list of what is bought no more beside the items. */
function discontinued(scribe: Scribe): Made {
  const gone = scribe.world.articles.slice(-1);
  const list = [
    column(
      scribe.head("sku"),
      gone.map(({ sku }) => sku),
    ),
    column(
      scribe.head("name"),
      gone.map(({ name }) => name),
    ),
    column(
      scribe.head("on_hand"),
      gone.map(({ stock }) => stock),
    ),
  ];
  const name = scribe.word(SHAPES.discontinued_sheet!);
  const facts = changed(factsOf(scribe.world), (_, _i, sku) =>
    gone.some((one) => one.sku === sku) ? { stopped: true as const } : {},
  );
  return { book: [itemsSheet(scribe), { name, tables: [{ columns: list, fixed: true }] }, salesSheet(scribe)], facts };
}

/** Columns and sheets that look like the ones a plan needs, and are others. */
export const lookalikes: Kind = {
  kind: "lookalikes",
  traps: {
    "numbers of orders": orderNumbers,
    "last year's units": lastYear,
    "orders in cases": inCases,
    "a balance in orders": balances,
    "the year first, in two digits": yearFirst,
  },
};

/** Lists that nothing but their names tells from others. */
export const named: Kind = {
  kind: "told by the sheet's name",
  byName: true,
  traps: { "a list of discontinued items": discontinued },
};
