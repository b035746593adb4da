import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf } from "../facts.ts";
import {
  column,
  itemColumns,
  itemsSheet,
  monthLabel,
  monthsOf,
  ofItems,
  ordersSheet,
  salesColumns,
  salesSheet,
  wideTable,
} from "../layouts.ts";
import { PLAIN } from "../words/plain.ts";

function everyField(scribe: Scribe): Made {
  const columns = [
    ...itemColumns(scribe),
    ofItems(scribe, scribe.head("supplier"), ({ supplier }) => supplier),
    ofItems(scribe, scribe.head("cost"), ({ cost }) => cost),
    ofItems(scribe, scribe.head("price"), ({ price }) => price),
    ofItems(scribe, scribe.head("moq"), ({ moq }) => moq),
    ofItems(scribe, scribe.head("multiple"), ({ multiple }) => multiple),
  ];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe), ordersSheet(scribe)],
    facts: factsOf(scribe.world, { orders: true, cost: true, terms: true }),
  };
}

function onOrderColumn(scribe: Scribe): Made {
  const total = (i: number): number =>
    scribe.world.articles[i]!.orders.reduce((sum, { quantity }) => sum + quantity, 0);
  const columns = [...itemColumns(scribe), ofItems(scribe, scribe.head("on_order"), (_, i) => total(i))];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => ({ onOrder: total(i) })),
  };
}

function ownOrder(scribe: Scribe): Made {
  const wanted = [40, null, 25, null, null, 60];
  const columns = [...itemColumns(scribe), ofItems(scribe, scribe.head("own_order"), (_, i) => wanted[i]!)];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => (wanted[i] === null ? {} : { wanted: wanted[i]! })),
  };
}

function monthsBesideStock(scribe: Scribe): Made {
  const months = wideTable(scribe, monthsOf(scribe), (start) => monthLabel(scribe.language, start)).columns.slice(1);
  return {
    book: [itemsSheet(scribe, [...itemColumns(scribe), ...months])],
    facts: { ...factsOf(scribe.world), grain: "month" },
  };
}

function extendedSales(scribe: Scribe): Made {
  const { sales } = scribe.world;
  const rows = <T extends Cell>(value: (row: number) => T): T[] => sales.map((_, row) => value(row));
  const [date, sku, sold] = salesColumns(scribe);
  const columns = [
    column(
      scribe.lineHead("document"),
      rows((row) => `R${20_500 + Math.floor(row / 2)}`),
    ),
    date!,
    column(
      scribe.lineHead("customer"),
      rows((row) => ["Alder", "Beech", "Cedar"][row % 3]!),
    ),
    sku!,
    column(
      scribe.lineHead("name"),
      sales.map(({ article }) => article.name),
    ),
    sold!,
  ];
  return { book: [itemsSheet(scribe), salesSheet(scribe, columns)], facts: factsOf(scribe.world) };
}

/** The supplier's lead time counts for its items where they have none of their own. */
function supplierTable(scribe: Scribe): Made {
  const suppliers = [...new Set(scribe.world.articles.map(({ supplier }) => supplier))];
  const days = suppliers.map((_, i) => [10, 21, 33][i]!);
  const columns = [
    ...itemColumns(scribe, ["lead_days"]),
    ofItems(scribe, scribe.head("supplier"), ({ supplier }) => supplier),
  ];
  const table = {
    columns: [column(scribe.head("supplier"), suppliers), column(scribe.head("lead_days"), days)],
  };
  return {
    book: [itemsSheet(scribe, columns), { name: scribe.sheet("suppliers"), tables: [table] }, salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => ({
      lead: days[suppliers.indexOf(scribe.world.articles[i]!.supplier)]!,
    })),
  };
}

/** Headers in English over sheets and data in another language. */
function mixedHeaders(scribe: Scribe): Made {
  const columns = itemColumns(scribe);
  columns[1] = { ...columns[1]!, head: PLAIN.name.en[0]! };
  columns[0] = { ...columns[0]!, head: PLAIN.sku.en[0]! };
  return { book: [itemsSheet(scribe, columns), salesSheet(scribe)], facts: factsOf(scribe.world) };
}

/** Honest workbooks, which must stay right. */
export const plain: Kind = {
  kind: "plain",
  traps: {
    "every field": everyField,
    "on order as a column": onOrderColumn,
    "the buyer's own quantity": ownOrder,
    "months beside the stock": monthsBesideStock,
    "sales with documents and customers": extendedSales,
    "lead times of suppliers": supplierTable,
    "headers of two languages": mixedHeaders,
  },
};
