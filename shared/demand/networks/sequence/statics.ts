import type { Bases } from "./bases.ts";
import { FROZEN } from "./frozen.ts";
import { STATICS } from "./network.ts";
import type { ScaledHistory } from "./scaled-history.ts";
import { line } from "./seasonality.ts";

/** Correlation of successive changes, over the latest. */
function changeCorrelation(values: Float64Array): number {
  const n = values.length;
  let product = 0;
  let power = 0;
  for (let t = Math.max(2, n - FROZEN.correlatedChanges); t < n; t++) {
    const change = values[t]! - values[t - 1]!;
    product += change * (values[t - 1]! - values[t - 2]!);
    power += change * change;
  }
  return power > 0 ? Math.max(-1, Math.min(1, product / power)) : 0;
}

/** What holds for the whole series: its scale, season, length, trend, roughness and share of zeros. */
export function statics(history: ScaledHistory, { alpha, damped }: Bases): Float32Array {
  const { values, adjusted, terms, kept, season, scale, logarithmic } = history;
  const n = adjusted.length;
  const { slope } = line(adjusted);
  const amplitude = Math.sqrt(terms.reduce((a, x) => a + x * x, 0) / terms.length);
  const tail = values.slice(-FROZEN.zeroPoints);
  const found = Float32Array.of(
    (Math.log(scale) + 2) / 2,
    Math.log(season) / 2,
    season === 1 ? 1 : 0,
    kept,
    logarithmic ? 1 : 0,
    Math.log(n) - 4,
    Math.asinh(amplitude / scale),
    Math.asinh((4 * slope) / scale),
    Math.asinh((adjusted[n - 1]! - adjusted[n - 1 - Math.min(n - 1, FROZEN.changePeriods)]!) / scale),
    changeCorrelation(adjusted),
    alpha,
    tail.filter((x) => x === 0).length / tail.length,
    Math.log((damped.rmse + 1e-4) / scale),
    damped.share * 2,
  );
  if (found.length !== STATICS) throw new Error("statics out of step with the layout");
  return found;
}
