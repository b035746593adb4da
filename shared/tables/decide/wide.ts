import { assign, type Assigned, type Column } from "./columns.ts";
import { decision, has, neverSales, unused, type Rule } from "./decision.ts";
import { FEWEST_PERIODS, monthsWithoutYear, periodColumns } from "./periods.ts";

/** Columns a period wide: the sales, and the items too where their stock stands beside. */
export const wide: Rule = ({ region, columns, named }) => {
  const periods = periodColumns(region);
  const yearless = periods.length > 0 ? [] : monthsWithoutYear(region);
  const dated = [...periods.map(({ column }) => column), ...yearless];
  if (dated.length < FEWEST_PERIODS) return undefined;
  const items = assign(columns, "items", new Set(dated));
  const sku = items.columns.get("sku") ?? firstText(columns, dated);
  if (sku === undefined) return undefined;
  if (neverSales(named) || named === "purchases") return [unused(named, items)];
  const only: Assigned = {
    columns: new Map([["sku", sku]]),
    certainty: new Map([["sku", items.certainty.get("sku") ?? 0.5]]),
  };
  const history = decision("history", only, { periods, yearless, named });
  const withItems = has(items, "on_hand") || has(items, "available") || has(items, "lead_time");
  return withItems ? [history, decision("items", items)] : [history];
};

/** Beside columns of periods the first other one with text holds the codes. */
function firstText(columns: readonly Column[], dated: readonly number[]): number | undefined {
  return columns.find(({ column, values }) => !dated.includes(column) && values.filled > 0 && values.numbers < 1)
    ?.column;
}
