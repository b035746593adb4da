import { own } from "../../define/own.ts";
import { demandPrior, type DemandPrior } from "../../inventory/least-cost/demand-prior.ts";
import { knownDemand } from "../known-demand.ts";
import { countedPeriods } from "./counted-periods.ts";
import type { ReplayRequest } from "./replay.ts";

/** What is worked out from all items before each is replayed by itself. */
export interface ReplayFrame {
  /** Periods to count. */
  readonly periods: number;
  /** How often such items sell, by what was known before those periods; only where least cost is asked for. */
  readonly prior?: DemandPrior | undefined;
}

/** The frame of a whole request. */
export function replayFrame(request: ReplayRequest): ReplayFrame {
  const periods = countedPeriods(request);
  if (request.settings.policy !== "cost") return { periods };
  const pasts = request.items.map(({ sku }) => knownDemand(own(request.history, sku) ?? []).slice(0, -periods));
  return { periods, prior: demandPrior(pasts) };
}
