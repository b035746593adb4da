import type { DriverEffects } from "../../causes/effects.ts";
import { bases } from "./bases.ts";
import { driverInputs } from "./driver-inputs.ts";
import { FROZEN } from "./frozen.ts";
import { BASES, STEPS } from "./network.ts";
import { scaledHistory, type ScaledHistory } from "./scaled-history.ts";
import { statics } from "./statics.ts";
import { stepInputs } from "./step-inputs.ts";

/** A history as the network sees it. */
export interface Prepared extends Pick<ScaledHistory, "scale" | "logarithmic" | "toZ" | "fromZ"> {
  /** STEPS rows of STEP_INPUTS; the first rows are 0 where the history is shorter. */
  readonly steps: Float32Array;
  /** How many rows of `steps` hold a point (the last ones). */
  readonly known: number;
  readonly statics: Float32Array;
  /** What is known of horizon h (from 1) into `row`, HORIZON_ROW numbers: the bases, in z, are not yet squashed. */
  horizon(h: number, row: Float64Array): void;
}

/**
 * Turns a history without gaps, not all zero, into the network's inputs: logarithms where they fit, a shrunk season
 * taken off, level and scale taken out, eight statistical forecasts beside it.
 * @param season periods in a season, 1 for none
 * @param linear never take logarithms
 * @param effects what drivers did to a history from which that was taken out (it may be a part: they end together)
 */
export function prepare(history: readonly number[], season: number, linear = false, effects?: DriverEffects): Prepared {
  const scaled = scaledHistory(history, Math.max(1, season), linear);
  const { adjusted, scale, logarithmic, toZ, fromZ } = scaled;
  const drivers = driverInputs(effects, { ...scaled, values: adjusted });
  const forecasts = bases(scaled);
  return {
    steps: stepInputs(scaled, drivers),
    known: Math.min(STEPS, adjusted.length),
    statics: statics(scaled, forecasts),
    scale,
    logarithmic,
    toZ,
    fromZ,
    horizon(h, row) {
      forecasts.horizon(h, row);
      const near = Math.min(h, FROZEN.farthest);
      row[BASES] = Math.log(near) / 2;
      row[BASES + 1] = Math.log1p(near / scaled.season);
      drivers.horizon(h, row, BASES + 2);
    },
  };
}
