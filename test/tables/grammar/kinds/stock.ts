import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import { column, itemColumns, itemsSheet, ofItems, salesSheet } from "../layouts.ts";
import { SPECIAL, VALUES } from "../words/values.ts";

const RESERVED = [4, 11, 0, 13, 2, 7];

/** A table of items with these columns of stock in place of the usual one. */
function withStock(scribe: Scribe, stock: readonly [head: string, cells: readonly Cell[]][]): Pick<Made, "book"> {
  const columns = itemColumns(scribe, ["on_hand"]);
  columns.splice(2, 0, ...stock.map(([head, cells]) => column(head, cells)));
  return { book: [itemsSheet(scribe, columns), salesSheet(scribe)] };
}

function net(scribe: Scribe, which: readonly ("physical" | "reserved" | "available")[]): Made {
  const { articles } = scribe.world;
  const cells = {
    physical: articles.map(({ stock }) => stock),
    reserved: RESERVED,
    available: articles.map(({ stock }, i) => stock - RESERVED[i]!),
  };
  const head = (key: keyof typeof cells): string =>
    key === "physical" ? scribe.other(SPECIAL.physical!) : scribe.head(key);
  return {
    ...withStock(
      scribe,
      which.map((key) => [head(key), cells[key]]),
    ),
    facts: changed(factsOf(scribe.world), (_, i) => ({ stock: articles[i]!.stock - RESERVED[i]! })),
    asks: "may",
    about: which.map(head),
  };
}

/** Stock below nothing is owed to customers, once. */
function negative(scribe: Scribe, cell: (stock: number) => Cell, backorders: boolean): Made {
  const stock = scribe.world.articles.map((article, i) => (i % 3 === 0 ? -article.stock : article.stock));
  const columns: [string, Cell[]][] = [[scribe.head("on_hand"), stock.map(cell)]];
  if (backorders) columns.push([scribe.head("backorders"), stock.map(() => 0)]);
  return {
    ...withStock(scribe, columns),
    facts: changed(factsOf(scribe.world), (_, i) => ({ stock: stock[i]! })),
    asks: "may",
    about: columns.map(([head]) => head),
  };
}

/** Nothing says which of the two is true. */
function countedOrBooked(scribe: Scribe): Made {
  const heads = [scribe.other(SPECIAL.stock_system!), scribe.other(SPECIAL.stock_counted!)];
  const { articles } = scribe.world;
  return {
    ...withStock(scribe, [
      [heads[0]!, articles.map(({ stock }) => stock)],
      [heads[1]!, articles.map(({ stock }, i) => Math.abs(stock + [90, -12, 41, 8, -5, 120][i]!))],
    ]),
    facts: factsOf(scribe.world),
    asks: "must",
    about: heads,
  };
}

const SHARE = [3, 0, 5, 2, 4, 1];

/** Two warehouses share the stock of each article; the sales are of both. */
function warehouseColumns(scribe: Scribe): Made {
  const { articles } = scribe.world;
  const head = (place: "north" | "south"): string => `${scribe.head("on_hand")} ${scribe.word(VALUES[place]!)}`;
  return {
    ...withStock(scribe, [
      [head("north"), SHARE],
      [head("south"), articles.map(({ stock }, i) => stock - SHARE[i]!)],
    ]),
    facts: factsOf(scribe.world),
    asks: "may",
    about: [head("north"), head("south")],
  };
}

function warehouseRows(scribe: Scribe): Made {
  const { articles } = scribe.world;
  const head = scribe.other(SPECIAL.warehouse!);
  const twice = <T>(value: (i: number) => [T, T]): T[] => articles.flatMap((_, i) => value(i));
  const [sku, name, onHand, lead] = itemColumns(scribe);
  const columns = [
    { ...sku!, cells: twice((i) => [articles[i]!.sku, articles[i]!.sku]) },
    { ...name!, cells: twice((i) => [articles[i]!.name, articles[i]!.name]) },
    column(
      head,
      twice(() => [scribe.word(VALUES.north!), scribe.word(VALUES.south!)]),
    ),
    { ...onHand!, cells: twice((i) => [SHARE[i]!, articles[i]!.stock - SHARE[i]!]) },
    { ...lead!, cells: twice((i) => [articles[i]!.lead, articles[i]!.lead]) },
  ];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [head, scribe.word(VALUES.north!)],
  };
}

/** Levels of stock beside the stock: neither is an order quantity. */
function levels(scribe: Scribe): Made {
  const columns = [
    ...itemColumns(scribe),
    ofItems(scribe, scribe.other(SPECIAL.min_level!), (_, i) => [12, 20, 15, 30, 8, 25][i]!),
    ofItems(scribe, scribe.other(SPECIAL.max_level!), (_, i) => [60, 90, 75, 140, 44, 110][i]!),
  ];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: factsOf(scribe.world),
    asks: "may",
    about: [scribe.other(SPECIAL.min_level!), scribe.other(SPECIAL.max_level!)],
  };
}

/** What is there to sell, in all the ways to say it. */
export const stock: Kind = {
  kind: "stock",
  traps: {
    "available beside reserved": (scribe) => net(scribe, ["available", "reserved"]),
    "physical and reserved": (scribe) => net(scribe, ["physical", "reserved"]),
    "physical, reserved, available": (scribe) => net(scribe, ["physical", "reserved", "available"]),
    "below nothing": (scribe) => negative(scribe, (value) => value, false),
    "below nothing, backorders 0": (scribe) => negative(scribe, (value) => value, true),
    "minus sign behind": (scribe) => negative(scribe, (value) => (value < 0 ? `${-value}-` : value), false),
    "counted or booked": countedOrBooked,
    "a column a warehouse": warehouseColumns,
    "a row a warehouse": warehouseRows,
    "minimum and maximum stock": levels,
  },
};
