import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { sameOwnQuantities, withOwnQuantities } from "../../../shared/sheets/reorder/own-quantities.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import type { Findings } from "../../../shared/tables/findings.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import { afterReading, freshRequest } from "../reading/fresh-request.ts";
import type { Reading } from "../reading/reading.ts";
import type { Server } from "../server/server.ts";
import type { WorkOptions } from "../work/progress.ts";
import { previewOf, type LaidOut, type Preview } from "./preview.ts";

/** A plan laid out as sheets; `previous` are all sheets there are: the buyer's own quantities on the last one are kept. */
export type ReorderSheets = (plan: Plan, request: PlanRequest, previous: readonly Sheet[]) => LaidOut;

/** A plan that waits to be written, with all sheets there were when it was made. */
export interface Planned {
  readonly plan: Plan;
  /** As the tables say it, and with the quantities that the buyer typed into the last reorder sheet, which was planned. */
  readonly request: PlanRequest;
  readonly asked: PlanRequest;
  readonly findings: Findings;
  readonly all: readonly Sheet[];
}

/** Plans the workbook as it stands. Throws as `freshRequest` and the server do. */
export async function planWorkbook(reading: Reading, server: Server, options: WorkOptions): Promise<Planned> {
  const { request, findings } = await freshRequest(reading, options);
  const onProgress = afterReading(options);
  onProgress({ share: 0, says: "Planning on the server…" });
  const { all } = reading.store.get();
  const asked = withOwnQuantities(request, all);
  const plan = await server.plan(asked, { signal: options.signal, onProgress });
  return { plan, request, asked, findings, all };
}

/** The plan by the quantities that stand on the last reorder sheet now; the server is asked again where they changed. */
export async function planAgain(
  before: Planned,
  present: readonly Sheet[],
  server: Server,
  signal: AbortSignal,
): Promise<Planned> {
  const asked = withOwnQuantities(before.request, present);
  if (sameOwnQuantities(asked, before.asked)) return before;
  return { ...before, asked, plan: await server.plan(asked, { signal, onProgress: () => undefined }) };
}

/** The plan as sheets that keep what the buyer wrote on `present`, and what is told of them. */
export function layOut(
  { plan, request, findings }: Planned,
  present: readonly Sheet[],
  reorderSheets: ReorderSheets,
): { readonly sheets: readonly SheetSpec[]; readonly preview: Preview } {
  const made = reorderSheets(plan, request, present);
  const names = present.map(({ name }) => name);
  return { sheets: made.sheets, preview: previewOf({ made, plan, request, findings, present: names }) };
}
