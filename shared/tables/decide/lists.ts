import type { Field } from "../fields/index.ts";
import { says } from "../header/parse.ts";
import type { Column } from "./columns.ts";
import { has, repeated, stocked, sureOf, unused, type Rule } from "./decision.ts";

/** Prices that depend on the quantity bought, or that hold from a day on. */
export const priceBreaks: Rule = (evidence) => {
  const { columns, items, history } = evidence;
  return repeated(evidence) && !stocked(items) && breaks(columns) ? [unused("price list", history)] : undefined;
};

function breaks(columns: readonly Column[]): boolean {
  const sure = (field: Field): boolean => columns.some(({ scores }) => (scores.get(field) ?? 0) >= 0.9);
  if (sure("start") && sure("cost") && !sure("customer") && !sure("date")) return true;
  return columns.some(({ header }) => says(header, "break"));
}

const SURE_DATE = 0.7;

/** The stock of each item on several days, row by row. */
export const stockByDay: Rule = (evidence) => {
  const { columns, items, history } = evidence;
  if (has(history, "movement") || has(history, "quantity_out") || !repeated(evidence)) return undefined;
  const stock = items.columns.get("on_hand") ?? items.columns.get("available");
  const header = columns.find(({ column }) => column === stock)?.header ?? "";
  const named = says(header, "stock") || says(header, "balance") || says(header, "onhand") || says(header, "available");
  if (sureOf(history, "date") < SURE_DATE || !named || sureOf(history, "quantity") >= 0.85) return undefined;
  const days = columns.find(({ column }) => column === history.columns.get("date"))?.values.codes.size ?? 0;
  return days > 1 && !has(items, "lead_time") ? [unused("stock history", history)] : undefined;
};
