import type { Cell, Column, SheetSpec } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import {
  column,
  isoWeek,
  itemsSheet,
  ofSales,
  openOrders,
  ordersSheet,
  salesColumns,
  salesSheet,
  wideTable,
} from "../layouts.ts";
import { day, daysAfter } from "../world.ts";
import { MORE_HEADS, MORE_SHEETS } from "../words/more-sheets.ts";
import { PLAIN } from "../words/plain.ts";
import { VALUES } from "../words/values.ts";

const head = (scribe: Scribe, key: string): string => scribe.other(MORE_HEADS[key]!, scribe.second);
const named = (scribe: Scribe, key: string): string => scribe.word(MORE_SHEETS[key]!, scribe.second);

/** The shop's workbook with one more sheet before or behind the sales. */
function beside(scribe: Scribe, other: SheetSpec): Made {
  const [items, sales, orders] = [itemsSheet(scribe), salesSheet(scribe), ordersSheet(scribe)];
  return {
    book: scribe.choose([true, false], 2) ? [items, sales, orders, other] : [items, other, sales, orders],
    facts: factsOf(scribe.world, { orders: true }),
  };
}

function list(scribe: Scribe, key: string, columns: readonly Column[]): Made {
  return beside(scribe, { name: named(scribe, key), tables: [{ columns }] });
}

/** Stock at the end of each week, in the shape of sales. */
function snapshots(scribe: Scribe, wide: boolean): Made {
  const { articles, weeks } = scribe.world;
  const stock = (a: number, w: number): number => 20 + ((a * 17 + w * 7) % 90);
  if (wide) {
    const table = wideTable(
      scribe,
      weeks,
      (monday) => `${isoWeek(monday).year}-W${String(isoWeek(monday).week).padStart(2, "0")}`,
    );
    const columns = table.columns.map((one, w) =>
      w === 0 ? one : { ...one, cells: articles.map((_, a) => stock(a, w)) },
    );
    return beside(scribe, { name: named(scribe, "snapshots"), tables: [{ columns }] });
  }
  const rows = weeks.flatMap((monday, w) => articles.map((article, a) => ({ monday, article, stock: stock(a, w) })));
  return list(scribe, "snapshots", [
    column(
      scribe.lineHead("date"),
      rows.map(({ monday }) => daysAfter(monday, 6)),
    ),
    column(
      scribe.lineHead("sku"),
      rows.map(({ article }) => article.sku),
    ),
    column(
      head(scribe, "stock_end"),
      rows.map((row) => row.stock),
    ),
  ]);
}

function priceBreaks(scribe: Scribe): Made {
  const rows = scribe.world.articles.flatMap((article) =>
    [1, 50, 200].map((from, i) => ({ article, from, share: 1 - i / 20 })),
  );
  const made = list(scribe, "breaks", [
    column(
      scribe.lineHead("sku"),
      rows.map(({ article }) => article.sku),
    ),
    column(
      head(scribe, "from_quantity"),
      rows.map(({ from }) => from),
    ),
    column(
      scribe.lineHead("cost"),
      rows.map(({ article, share }) => Math.round(article.cost * share * 100) / 100),
    ),
    column(
      head(scribe, "valid_from"),
      rows.map(() => day("2026-01-01")),
    ),
  ]);
  // The price of one unit may serve as the cost that the items lack.
  const facts = changed(factsOf(scribe.world, { orders: true, cost: true }), () => ({ optional: ["cost"] }));
  return { ...made, facts };
}

/** What customers ordered and has not gone out yet is no purchase and no sale. */
function customerOrders(scribe: Scribe): Made {
  const { articles } = scribe.world;
  const name = named(scribe, "customer_orders");
  const made = list(scribe, "customer_orders", [
    column(
      scribe.lineHead("document"),
      articles.map((_, i) => `SO${880 + i}`),
    ),
    column(
      scribe.lineHead("customer"),
      articles.map((_, i) => ["Alder", "Beech"][i % 2]!),
    ),
    column(
      scribe.lineHead("sku"),
      articles.map(({ sku }) => sku),
    ),
    column(
      PLAIN.sold[scribe.second][0]!,
      articles.map((_, i) => 5 + 3 * i),
    ),
    column(
      head(scribe, "promised"),
      articles.map((_, i) => daysAfter(day(scribe.world.today), 4 + i)),
    ),
  ]);
  // Whether they are taken off the stock is for the buyer to say.
  return { ...made, asks: "may", about: [name, head(scribe, "promised")] };
}

function quotations(scribe: Scribe): Made {
  const { articles, weeks } = scribe.world;
  const rows = weeks
    .slice(-8)
    .flatMap((monday, w) =>
      articles.map((article, a) => ({ article, date: daysAfter(monday, 1), quantity: 10 + w + a })),
    );
  return list(scribe, "quotations", [
    column(
      scribe.lineHead("date"),
      rows.map(({ date }) => date),
    ),
    column(
      scribe.lineHead("customer"),
      rows.map((_, i) => ["Alder", "Beech"][i % 2]!),
    ),
    column(
      scribe.lineHead("sku"),
      rows.map(({ article }) => article.sku),
    ),
    column(
      head(scribe, "quoted"),
      rows.map(({ quantity }) => quantity),
    ),
  ]);
}

function calendar(scribe: Scribe): Made {
  const days = ["2026-01-01", "2026-04-03", "2026-05-01", "2026-12-25"].map(day);
  return list(scribe, "calendar", [
    column(scribe.lineHead("date"), days),
    column(
      head(scribe, "holiday"),
      days.map((_, i) => `H${i + 1}`),
    ),
  ]);
}

function lanes(scribe: Scribe): Made {
  const [north, south] = [scribe.word(VALUES.north!, scribe.second), scribe.word(VALUES.south!, scribe.second)];
  return list(scribe, "lanes", [
    column(head(scribe, "from"), [north, south]),
    column(head(scribe, "to"), [south, north]),
    column(head(scribe, "transit"), [2, 3]),
  ]);
}

/** What was ordered and what was delivered of it: the demand is the one or the other, never both. */
function orderedAndDelivered(scribe: Scribe, differ: boolean): Made {
  const [date, sku] = salesColumns(scribe);
  const [ordered, delivered] = [head(scribe, "ordered_sale"), head(scribe, "delivered")];
  const columns = [
    date!,
    sku!,
    ofSales(scribe, ordered, ({ quantity }) => quantity),
    ofSales(scribe, delivered, ({ quantity }, row) => (differ && row % 9 === 4 ? quantity - 2 : quantity)),
  ];
  const facts = factsOf(scribe.world);
  const book = [itemsSheet(scribe), salesSheet(scribe, columns)];
  if (!differ) return { book, facts };
  const demand: Record<string, [string, number][]> = {};
  scribe.world.sales.forEach(({ article, date, quantity }, row) =>
    (demand[article.sku] ??= []).push([date.toISOString().slice(0, 10), row % 9 === 4 ? quantity - 2 : quantity]),
  );
  return { book, facts, also: { ...facts, demand }, asks: "may", about: [ordered, delivered] };
}

/** The day in three columns. */
function splitDates(scribe: Scribe): Made {
  const [, sku, sold] = salesColumns(scribe);
  const part = (value: (date: Date) => Cell): Cell[] => scribe.world.sales.map(({ date }) => value(date));
  const columns = [
    column(
      scribe.lineHead("year"),
      part((date) => date.getUTCFullYear()),
    ),
    column(
      scribe.lineHead("month"),
      part((date) => date.getUTCMonth() + 1),
    ),
    column(
      head(scribe, "day"),
      part((date) => date.getUTCDate()),
    ),
    sku!,
    sold!,
  ];
  return { book: [itemsSheet(scribe), salesSheet(scribe, columns)], facts: { ...factsOf(scribe.world), grain: "day" } };
}

/** Last year's purchases, all received long ago, as a list of orders with their days. */
function pastOrders(scribe: Scribe): Made {
  const open = openOrders(scribe);
  const { articles, weeks } = scribe.world;
  const past = weeks
    .filter((_, w) => w % 6 === 0)
    .flatMap((monday) => articles.map((article) => ({ article, due: daysAfter(monday, 2) })));
  const rows = [
    ...past.map((order, i) => ({ ...order, quantity: 40 + (i % 5), received: 40 + (i % 5) })),
    ...open.map((order) => ({ ...order, received: 0 })),
  ];
  const columns = [
    column(
      scribe.lineHead("po"),
      rows.map((_, i) => `B${9_000 + i}`),
    ),
    column(
      scribe.lineHead("sku"),
      rows.map(({ article }) => article.sku),
    ),
    column(
      scribe.lineHead("ordered"),
      rows.map(({ quantity }) => quantity),
    ),
    column(
      scribe.lineHead("received"),
      rows.map(({ received }) => received),
    ),
    column(
      scribe.lineHead("due"),
      rows.map(({ due }) => due),
    ),
  ];
  return {
    book: [itemsSheet(scribe), salesSheet(scribe), ordersSheet(scribe, columns)],
    facts: factsOf(scribe.world, { orders: true }),
  };
}

/** Lists of other things, and of sales in other shapes. */
export const moreSheets: Kind = {
  kind: "more sheets",
  traps: {
    "stock of each week, row by row": (scribe) => snapshots(scribe, false),
    "stock of each week, wide": (scribe) => snapshots(scribe, true),
    "price breaks": priceBreaks,
    "orders of customers": customerOrders,
    quotations,
    holidays: calendar,
    lanes,
    "ordered and delivered": (scribe) => orderedAndDelivered(scribe, false),
    "ordered and delivered, not all": (scribe) => orderedAndDelivered(scribe, true),
    "a day in three columns": splitDates,
    "orders long received": pastOrders,
  },
};
