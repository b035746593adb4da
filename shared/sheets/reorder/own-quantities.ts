import type { PlanRequest } from "../../purchasing/terms/plan.ts";
import { cellText, type Sheet } from "../../tables/sheet.ts";
import { findOwnSheet } from "../../tables/own-sheets.ts";
import { previousLines } from "./previous-lines.ts";

/**
 * The request with what the buyer typed into the last reorder sheet as the items' own quantities, so that the whole plan
 * goes by them; the very request where there is none. `sheets` are all of the workbook's.
 */
export function withOwnQuantities(request: PlanRequest, sheets: readonly Sheet[]): PlanRequest {
  const previous = previousLines(findOwnSheet(sheets, "reorder"));
  const ownOf = (sku: string): number | undefined => previous.get(cellText(sku))?.own;
  if (request.items.every(({ sku }) => ownOf(sku) === undefined)) return request;
  const items = request.items.map((item) => {
    const own = ownOf(item.sku);
    return own === undefined ? item : { ...item, order_quantity: own };
  });
  return { ...request, items };
}

/** Whether two requests of the same items give them the same own quantities. */
export const sameOwnQuantities = (a: PlanRequest, b: PlanRequest): boolean =>
  a.items.every(({ order_quantity }, i) => order_quantity === b.items[i]?.order_quantity);
