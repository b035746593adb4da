import type { Collector } from "../findings.ts";
import { columnCells, dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { plain } from "../../words/plain.ts";
import { numberOf } from "../numbers.ts";
import { headerSays, withColumns } from "./columns.ts";
import { settleRivals } from "./rivals.ts";

const SURE = 0.75;

/** "Min" and "Max" without a word of orders are levels of stock where they stand together. */
function levels(table: FoundTable): FoundTable {
  const { columns } = table;
  const [moq, upTo] = [columns.get("moq"), columns.get("order_up_to")];
  if (moq === undefined || columns.has("reorder_point") || headerSays(table, moq, "order")) return table;
  const max = upTo ?? columns.get("maximum");
  if (
    max === undefined ||
    headerSays(table, max, "order") ||
    !headerSays(table, max, "max") ||
    !headerSays(table, moq, "min")
  )
    return table;
  if ((table.certainty?.get("moq") ?? 1) >= SURE) return table;
  return withColumns(table, [
    ["moq", undefined],
    ["maximum", undefined],
    ["reorder_point", moq],
    ["order_up_to", max],
  ]);
}

/** A bare minimum may be an order's or a level of stock. */
function minimum(table: FoundTable, collector: Collector): FoundTable {
  const moq = table.columns.get("moq");
  if (moq === undefined || (table.certainty?.get("moq") ?? 1) >= SURE) return table;
  const header = headerText(table, moq);
  const answer = collector.ask({
    id: `minimum: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: is "${header}" the least that can be ordered, or a level of stock?`,
    choices: [
      { answer: "order", says: "The least that can be ordered: smaller orders are rounded up to it" },
      { answer: "level", says: "A level of stock: it changes no order, the plan computes its own level" },
    ],
    taken: "order",
  });
  return answer === "level"
    ? withColumns(table, [
        ["moq", undefined],
        ["reorder_point", moq],
      ])
    : table;
}

/** A quantity in nearly every row of several, 0 too, is a system's proposal rather than what a buyer typed. */
function everywhere(table: FoundTable, column: number): boolean {
  if (
    headerSays(table, column, "own") &&
    /\b(?:my|mi|mein\w*|eigene\w*|ma|mes|mijn|mio|mia|meu|minha)\b|我/iu.test(headerText(table, column))
  )
    return false;
  let rows = 0;
  const data = dataRows(table);
  while (data.next().done !== true) rows++;
  return rows >= 3 && columnCells(table, column).length >= rows * 0.9;
}

/** "Order qty" may be what the buyer wants to buy today or a parameter of the item. */
function ownQuantity(table: FoundTable, collector: Collector): FoundTable {
  const column = table.columns.get("order_quantity");
  if (column === undefined || table.certainty?.get("order_quantity") === undefined) return table;
  if ((table.certainty.get("order_quantity") ?? 1) >= SURE && !everywhere(table, column)) return table;
  const header = headerText(table, column);
  const amounts = columnCells(table, column)
    .map((cell) => numberOf(cell, ".") ?? 0)
    .filter((value) => value > 0);
  const units = Math.round(amounts.reduce((sum, value) => sum + value, 0));
  if (amounts.length === 0) return withColumns(table, [["order_quantity", undefined]]);
  const answer = collector.ask({
    id: `own quantity: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: is "${header}" what you want to buy now?`,
    choices: [
      {
        answer: "own",
        says: `Yes: ${units} units of ${amounts.length} item${amounts.length > 1 ? "s" : ""} are ordered as it says`,
      },
      { answer: "ignored", says: "No, a usual or past quantity: it is left out and the plan's own quantities count" },
    ],
    taken: "ignored",
  });
  return answer === "own" ? table : withColumns(table, [["order_quantity", undefined]]);
}

/** Decides what the columns of an item table left open, asking where it matters to an order. */
export function settleItems(table: FoundTable, collector: Collector): FoundTable {
  const leveled = minimum(levels(table), collector);
  const field = leveled.columns.has("on_hand") ? "on_hand" : "available";
  const stock = settleRivals(leveled, field, "stock on hand", collector);
  return ownQuantity(settleRivals(stock, "on_order", "quantity still to come", collector), collector);
}
