import { centredAverage } from "../../history/seasons/seasonal-adjustment.ts";
import type { Form } from "./form.ts";
import type { States } from "./filter.ts";

/** Classical seasonal pattern, one value for each of the series' first m periods: summands, or factors around 1. */
function classicalPattern(y: Float64Array, m: number, multiplicative: boolean): Float64Array {
  const trend = centredAverage(Array.from(y), m);
  const sum = new Float64Array(m);
  const count = new Float64Array(m);
  for (const [t, level] of trend.entries()) {
    if (Number.isNaN(level)) continue;
    sum[t % m]! += multiplicative ? y[t]! / level : y[t]! - level;
    count[t % m]! += 1;
  }
  const pattern = sum.map((x, j) => x / count[j]!);
  const mean = pattern.reduce((a, b) => a + b, 0) / m;
  return pattern.map((x) => (multiplicative ? Math.max(x / mean, 0.01) : x - mean));
}

/** Starting states from a classical decomposition and a line through the first periods (Hyndman et al., 2008, 2.6.1). */
export function startingStates(form: Form, y: Float64Array, m: number): States {
  const seasonal = form.season === "N" ? new Float64Array(0) : classicalPattern(y, m, form.season === "M");
  const count = Math.min(y.length, Math.max(10, form.season === "N" ? 0 : 2 * m));
  const level = (t: number): number =>
    form.season === "N" ? y[t]! : form.season === "M" ? y[t]! / seasonal[t % m]! : y[t]! - seasonal[t % m]!;
  const middle = (count - 1) / 2;
  let sum = 0;
  let slope = 0;
  for (let t = 0; t < count; t += 1) {
    sum += level(t);
    slope += (t - middle) * level(t);
  }
  const mean = sum / count;
  if (form.trend === "N") return { level: mean, trend: 0, seasonal };
  const trend = count < 2 ? 0 : slope / ((count * (count * count - 1)) / 12);
  return { level: mean - trend * (middle + 1), trend, seasonal };
}
