import { columnValues, sample } from "../evidence/column.ts";
import { ownHeader, type Region } from "../layout/region.ts";
import { assign, type Assigned, type Column } from "./columns.ts";
import { decision, has, neverSales, unused, type Rule } from "./decision.ts";
import { asWeeks, FEWEST_PERIODS, fiscalColumns, monthsWithoutYear, periodColumns } from "./periods.ts";

/** Columns a period wide: the sales, and the items too where their stock stands beside. */
export const wide: Rule = ({ region, columns, named, context }) => {
  const periods = periodColumns(region);
  const yearless = periods.length > 0 ? [] : monthsWithoutYear(region);
  const fiscal = periods.length + yearless.length > 0 ? [] : fiscalColumns(region);
  const dated = [...[...periods, ...fiscal].map(({ column }) => column), ...yearless];
  if (dated.length < FEWEST_PERIODS) return undefined;
  const items = assign(columns, "items", new Set(dated));
  const sku = items.columns.get("sku") ?? firstText(columns, dated) ?? blankCorner(region, dated);
  if (sku === undefined) return undefined;
  if (neverSales(named) || named === "purchases") return [unused(named, items)];
  const only: Assigned = {
    columns: new Map([["sku", sku]]),
    certainty: new Map([["sku", items.certainty.get("sku") ?? 0.5]]),
  };
  const history = decision("history", only, {
    periods,
    yearless,
    fiscal,
    named,
    weeks: asWeeks(region, periods, context.today),
  });
  const withItems = has(items, "on_hand") || has(items, "available") || has(items, "lead_time");
  return withItems ? [history, decision("items", items)] : [history];
};

/** Beside columns of periods the first other one with text holds the codes. */
function firstText(columns: readonly Column[], dated: readonly number[]): number | undefined {
  return columns.find(({ column, values }) => !dated.includes(column) && values.filled > 0 && values.numbers < 1)
    ?.column;
}

/** The codes below an empty corner, as on a pivot or a turned list. */
function blankCorner(region: Region, dated: readonly number[]): number | undefined {
  const corner = Math.min(...dated) - 1;
  if (corner < region.left || ownHeader(region, corner) !== "") return undefined;
  const { filled, numbers, dates } = columnValues(sample(region, corner));
  return filled > 0 && numbers < 1 && dates < 0.5 ? corner : undefined;
}
