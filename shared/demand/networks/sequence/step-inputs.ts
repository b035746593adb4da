import type { DriverInputs } from "./driver-inputs.ts";
import { STEP_INPUTS, STEPS } from "./network.ts";
import type { ScaledHistory } from "./scaled-history.ts";

/** STEPS rows of STEP_INPUTS, the latest point last; the first rows are 0 where the history is shorter. */
export function stepInputs(history: ScaledHistory, drivers: DriverInputs): Float32Array {
  const { onScale, adjusted, season, scale, term, z } = history;
  const n = adjusted.length;
  const steps = new Float32Array(STEPS * STEP_INPUTS);
  for (let s = STEPS - Math.min(STEPS, n); s < STEPS; s++) {
    const t = n - STEPS + s;
    const row = s * STEP_INPUTS;
    steps[row] = Math.asinh(z(adjusted[t]!));
    steps[row + 1] = t > 0 ? Math.asinh((adjusted[t]! - adjusted[t - 1]!) / scale) : 0;
    steps[row + 2] = Math.asinh(term(t) / scale);
    steps[row + 3] = season > 1 && t >= season ? Math.asinh((onScale[t]! - onScale[t - season]!) / scale) : 0;
    steps[row + 4] = drivers.step(t);
  }
  return steps;
}
