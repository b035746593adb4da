import type { Settings } from "./plan.ts";

/** Assumed holding cost a year, as a share of unit cost, where the settings do not say. */
export const USUAL_HOLDING_RATE = 0.25;

/** What it costs to hold a unit for a year. */
export const holdingCost = (unitCost: number, { holding_rate }: Settings): number =>
  (holding_rate ?? USUAL_HOLDING_RATE) * unitCost;
