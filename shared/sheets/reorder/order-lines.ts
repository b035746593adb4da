import { isClosed } from "../../words/item-status.ts";
import type { Plan, PlanException, PlanLine } from "../../purchasing/plan/plan-schema.ts";
import type { Item, PlanRequest } from "../../purchasing/terms/plan.ts";
import { units } from "../../purchasing/terms/words.ts";
import { cellText } from "../../tables/sheet.ts";
import type { OwnQuantity } from "./own-quantity.ts";
import type { PreviousLine } from "./previous-lines.ts";

/** One line of the reorder sheet. */
export interface OrderLine extends Omit<PlanLine, "quantity" | "cost"> {
  readonly quantity: number;
  readonly own: OwnQuantity | undefined;
  /** False where the plan does not know the SKU any more: its stock and forecast are then not known either. */
  readonly planned: boolean;
  readonly caseSize: number | null;
  readonly status: string;
  readonly reference: string;
}

export interface OrderLines {
  readonly lines: readonly OrderLine[];
  /** Quantities of the buyer's that were carried over. */
  readonly kept: number;
  /** SKUs whose line is gone although the buyer had filled in a status or a PO number. */
  readonly gone: readonly string[];
  /** What could not be carried over, and why. */
  readonly exceptions: readonly PlanException[];
}

/** A line of the last run whose SKU the plan does not know any more, as far as the sheet tells. */
const unplanned = (line: PreviousLine): PlanLine => ({
  sku: line.sku,
  description: line.description,
  supplier: line.supplier,
  supplier_item: line.supplierItem,
  suggested: 0,
  quantity: 0,
  cost: null,
  unit_cost: line.unitCost,
  currency: line.currency,
  order_date: null,
  arrival: null,
  cover_days: null,
  reorder_point: 0,
  order_up_to: 0,
  safety_stock: 0,
  position: 0,
  on_hand: 0,
  on_order: 0,
  expected_demand: 0,
  forecast_start: "",
  forecast: [],
  forecast_low: [],
  forecast_high: [],
  model: "",
  why: "",
});

function noteOf(
  line: PlanLine,
  own: OwnQuantity | undefined,
  before: PreviousLine | undefined,
  known: boolean,
): string {
  if (own?.source !== "kept") return "";
  const ordered = before?.reference ? ` If ${before.reference} covers it, clear Order qty.` : "";
  const drop = `Clear Order qty to drop it.${ordered}`;
  if (!known) return `Not in the item table any more: your ${units(own.quantity)} is kept. ${drop}`;
  return line.suggested <= 0 ? `No longer needs ordering: your ${units(own.quantity)} is kept. ${drop}` : "";
}

/**
 * The lines to order: those the plan or the buyer gives a quantity, with what the buyer wrote on the last sheet. Closed
 * items are never among them. The plan goes by the same quantities (`withOwnQuantities`) and says so in its reasons.
 */
export function orderLines(
  plan: Plan,
  { items }: PlanRequest,
  previous: ReadonlyMap<string, PreviousLine>,
): OrderLines {
  const itemOf = new Map<string, Item>(items.map((item) => [item.sku, item]));
  const planned = new Map(plan.lines.map((line) => [cellText(line.sku), line]));
  const lines: OrderLine[] = [];
  const gone: string[] = [];
  const exceptions: PlanException[] = [];
  for (const key of new Set([...planned.keys(), ...previous.keys()])) {
    const before = previous.get(key);
    const line = planned.get(key) ?? (before && unplanned(before));
    if (line === undefined) continue;
    const { sku } = line;
    const item = itemOf.get(sku);
    const table: OwnQuantity | undefined =
      item?.order_quantity === undefined ? undefined : { source: "item table", quantity: item.order_quantity };
    const own: OwnQuantity | undefined = before?.own === undefined ? table : { source: "kept", quantity: before.own };
    if (before?.unreadable !== undefined)
      exceptions.push({
        sku,
        code: "data",
        money: 0,
        message: `Order qty "${before.unreadable.slice(0, 40)}" was no number of at least 0 and is not kept.`,
      });
    // The plan tells of a quantity that one of these had.
    if (isClosed(item?.status)) {
      if (before && (before.status || before.reference)) gone.push(sku);
      continue;
    }
    if (line.suggested > 0 || own?.source === "kept" || (own && own.quantity > 0)) {
      const note = noteOf(line, own, before, planned.has(key));
      lines.push({
        ...line,
        quantity: own?.quantity ?? line.suggested,
        own,
        planned: planned.has(key),
        caseSize: item?.multiple !== undefined && item.multiple > 0 ? item.multiple : null,
        why: [note, line.why].filter(Boolean).join(" "),
        status: before?.status ?? "",
        reference: before?.reference ?? "",
      });
      continue;
    }
    if (before && (before.status || before.reference)) gone.push(sku);
  }
  return { lines, kept: lines.filter(({ own }) => own?.source === "kept").length, gone, exceptions };
}
