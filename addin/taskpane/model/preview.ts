import type { Plan, PlanException, PlanRequest } from "../../../shared/purchasing/plan.ts";
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
  /** Dearest first. */
  readonly exceptions: readonly PlanException[];
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly replaces: boolean }[];
  /** Own quantities taken over from an earlier reorder sheet. */
  readonly kept: number;
  readonly findings: Findings;
}

export interface PreviewParts {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly findings: Findings;
  readonly sheets: readonly SheetSpec[];
  readonly kept: number;
  /** Names of the sheets there are. */
  readonly present: readonly string[];
}

export function previewOf({ plan, request, findings, sheets, kept, present }: PreviewParts): Preview {
  const ordered = plan.lines.filter(({ quantity }) => quantity > 0);
  return {
    lines: ordered.length,
    suppliers: new Set(ordered.map(({ supplier }) => supplier)).size,
    totals: Object.entries(plan.summary.cost)
      .map(([currency, cost]) => ({ currency, cost }))
      .filter(({ cost }) => cost > 0)
      .sort((a, b) => b.cost - a.cost),
    currency: request.settings.currency ?? "",
    exceptions: [...plan.exceptions].sort((a, b) => b.money - a.money),
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length, replaces: present.includes(name) })),
    kept,
    findings,
  };
}
