import { dayNumber } from "../../calendar/dates.ts";
import { dayLabel } from "../../calendar/words.ts";
import type { Plan, PlanException } from "../../purchasing/plan/plan-schema.ts";
import type { PlanRequest, Settings } from "../../purchasing/terms/plan.ts";
import { MEASURE_LABELS, serviceTarget } from "../../purchasing/terms/service-target.ts";
import { counted, listed, percent } from "../../purchasing/terms/words.ts";
import { findOwnSheet, OWN_SHEETS, ownSheetName } from "../../tables/own-sheets.ts";
import type { SheetSpec } from "../spec.ts";
import type { Sheet } from "../../tables/sheet.ts";
import { decisionsOf, type Decisions } from "./decisions.ts";
import { exceptionsSheet } from "./exceptions-sheet.ts";
import { orderLines, type OrderLines } from "./order-lines.ts";
import { orderTotals, type OrderTotals } from "./order-totals.ts";
import { previousLines } from "./previous-lines.ts";
import { reorderSheet } from "./reorder-sheet.ts";

export interface ReorderSheets {
  readonly sheets: SheetSpec[];
  /** Quantities of the buyer's that were carried over from the last reorder sheet. */
  readonly kept: number;
  readonly totals: OrderTotals;
  /** All that was found, the most at stake first. */
  readonly exceptions: readonly PlanException[];
  /** As they stand on their sheet. */
  readonly decisions: Decisions;
}

const NAMED = 10;

function settingsLine(settings: Settings, period: string): string {
  const { review_days, overstock_days, rates, currency } = settings;
  const { measure, share } = serviceTarget(settings);
  const exchange = Object.entries(rates ?? {})
    .filter(([code]) => code !== currency)
    .map(([code, rate]) => `1 ${code} = ${rate}${currency ? ` ${currency}` : ""}`);
  return `Planned by ${period}; ${MEASURE_LABELS[measure].toLowerCase()} ${percent(share)}; review every ${counted(review_days, "day")}; overstock beyond ${counted(overstock_days, "day")}${exchange.length > 0 ? `; ${exchange.join(", ")}` : ""}.`;
}

function summaryLine({ kept }: OrderLines, { lines, suppliers }: OrderTotals, exceptions: number): string {
  const what = lines === 0 ? "Nothing to order" : `${counted(lines, "item")} from ${counted(suppliers, "supplier")}`;
  const own =
    kept === 0 ? "" : ` ${counted(kept, "quantity").replace(/ys$/, "ies")} of yours kept from the last sheet.`;
  return `${what}; ${exceptions === 0 ? "no exceptions" : counted(exceptions, "exception")}.${own}`;
}

/**
 * The sheets of a plan: what to order by supplier, and the exceptions. `previous` is all of the workbook's sheets: what
 * the buyer wrote on the last reorder sheet (own quantities, status, PO numbers) is carried over, and a sheet of the
 * same name that Lotwise did not write is left alone. Running it again on its own output changes nothing but notices of
 * what the last run could not carry over.
 */
export function reorderSheets(plan: Plan, request: PlanRequest, previous: readonly Sheet[]): ReorderSheets {
  const order = orderLines(plan, request, previousLines(findOwnSheet(previous, "reorder")));
  const exceptions = [...plan.exceptions, ...order.exceptions].sort((a, b) => b.money - a.money);
  const decisions = decisionsOf(exceptions, [...request.items, ...plan.lines]);
  const totals = orderTotals(order.lines, request.settings);
  const day = dayLabel(dayNumber(request.today));
  const more = order.gone.length > NAMED ? [`${order.gone.length - NAMED} more`] : [];
  const gone =
    order.gone.length === 0
      ? []
      : [
          `No longer to order, with a status or PO number on the last sheet: ${listed([...order.gone.slice(0, NAMED), ...more])}.`,
        ];
  return {
    sheets: [
      reorderSheet({
        name: ownSheetName(previous, "reorder"),
        title: [
          `${OWN_SHEETS.reorder.title}, ${day}`,
          summaryLine(order, totals, decisions.shown.length),
          settingsLine(request.settings, request.period),
          "Change Order qty as you see fit: costs and totals follow, and your quantity is kept in the next run. Clear it to go back to the suggestion.",
          ...gone,
        ],
        lines: order.lines,
        request,
        totals: plan.suppliers,
      }).sheet,
      exceptionsSheet(
        ownSheetName(previous, "exceptions"),
        [
          `${OWN_SHEETS.exceptions.title}, ${day}`,
          "What needs your eye, one row a decision, the most money at stake first: what is expected to be lost if nothing is done. Sales missed until help can come, or a year's cost, at most, of holding what is not needed.",
        ],
        decisions,
        plan,
        request,
      ),
    ],
    kept: order.kept,
    totals,
    exceptions,
    decisions,
  };
}
