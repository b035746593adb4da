import type { Plan, PlanException, SupplierTotal } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { Decisions } from "../../../shared/sheets/reorder/decisions.ts";
import type { OrderTotals } from "../../../shared/sheets/reorder/order-totals.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import type { Findings } from "../../../shared/tables/findings.ts";

/** What would be written, told before anything is. */
export interface Preview {
  /** Order lines and the suppliers they go to. */
  readonly lines: number;
  readonly suppliers: number;
  readonly totals: readonly { readonly currency: string; readonly cost: number }[];
  /** The company's, in which exceptions count; "" where it is unknown. */
  readonly currency: string;
  /** Suppliers whose minimum order value is not reached. */
  readonly short: readonly SupplierTotal[];
  /** All that was found, the most at stake first. */
  readonly exceptions: readonly PlanException[];
  /** As they stand on their sheet. */
  readonly decisions: Decisions;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly replaces: boolean }[];
  /** Own quantities taken over from an earlier reorder sheet. */
  readonly kept: number;
  readonly findings: Findings;
}

/** A plan as the sheets it makes, and what they come to. */
export interface LaidOut {
  readonly sheets: readonly SheetSpec[];
  readonly kept: number;
  readonly totals: OrderTotals;
  readonly exceptions: readonly PlanException[];
  readonly decisions: Decisions;
}

export interface PreviewParts {
  readonly made: LaidOut;
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly findings: Findings;
  /** Names of the sheets there are. */
  readonly present: readonly string[];
}

export function previewOf({ made, plan, request, findings, present }: PreviewParts): Preview {
  const { totals, sheets, kept, exceptions, decisions } = made;
  return {
    lines: totals.lines,
    suppliers: totals.suppliers,
    totals: totals.costs,
    short: plan.suppliers.filter(({ missing = 0 }) => missing > 0),
    currency: request.settings.currency ?? "",
    exceptions,
    decisions,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length, replaces: present.includes(name) })),
    kept,
    findings,
  };
}
