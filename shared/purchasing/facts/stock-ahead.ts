import { tidySum } from "../../numeric/tidy.ts";
import { DemandInTime, type DaysAmongPeriods } from "./projection.ts";

/** Stock to come, by periods: receipts arrive at the start of a period, demand falls evenly within it. */
export interface StockAhead {
  /** Units free now; below 0 where more is owed than there is. */
  readonly onHand: number;
  /** Demand of each coming period, in units. */
  readonly forecast: readonly number[];
  /** Units that arrive at the start of each period; those of periods left out are 0. */
  readonly receipts: readonly number[];
}

/** Time counted in periods from now. */
const BY_PERIODS: DaysAmongPeriods = { at: (time) => time, dayAt: (position) => position };

/** Stock at the end of each period of the forecast, in units; below 0 it is what customers are owed. */
export function projectedStock({ onHand, forecast, receipts }: StockAhead): number[] {
  let stock = onHand;
  return forecast.map((demand, t) => (stock = tidySum([stock, receipts[t] ?? 0, -demand])));
}

/**
 * When stock is used up with nothing arriving at that moment, in periods from now; null where it lasts for all of the
 * forecast. Stock that is used up just as the forecast ends counts as used up.
 */
export function runsOutAt({ onHand, forecast, receipts }: StockAhead): number | null {
  const demand = new DemandInTime(forecast, BY_PERIODS);
  let supply = onHand;
  for (let t = 0; t < forecast.length; t++) {
    supply += receipts[t] ?? 0;
    const time = demand.dayUsedUp(supply);
    // What is used up at the very end of this period may be replenished as the next one starts.
    if (time !== null && (time < t + 1 || t === forecast.length - 1)) return time;
  }
  return null;
}

/**
 * Periods that stock lasts without further receipts, interpolated within a period. Beyond the forecast its mean goes
 * on; null where there is no demand at all to use up what there is.
 */
export function periodsOfCover(onHand: number, forecast: readonly number[]): number | null {
  const demand = new DemandInTime(forecast, BY_PERIODS);
  const within = demand.dayUsedUp(onHand);
  if (within !== null) return within;
  return demand.total > 0 ? (onHand * forecast.length) / demand.total : null;
}
