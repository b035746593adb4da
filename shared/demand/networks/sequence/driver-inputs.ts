import type { DriverEffects } from "../../causes/effects.ts";
import { DRIVER_TERMS } from "./network.ts";

/** A history without the drivers' effects, as the network's model sees it. */
export interface AdjustedModel {
  /** Without effects and season, on the model's scale. */
  readonly values: Float64Array;
  readonly level: number;
  readonly scale: number;
  /** Units of demand in one of the model's where it is linear. */
  readonly unit: number;
  readonly logarithmic: boolean;
}

/** What the network reads of drivers, in scales of the model; all 0 without them. */
export interface DriverInputs {
  /** What they did to the period t of the history. */
  step(t: number): number;
  /** The driver terms of the period h ahead, into `row` from `at` on. */
  horizon(h: number, row: Float64Array, at: number): void;
}

const NONE: DriverInputs = {
  step: () => 0,
  horizon: (_, row, at) => row.fill(0, at, at + DRIVER_TERMS),
};

/** Effects beyond so many scales look like this many to the network. */
const FARTHEST = 200;
/** Weight in the two-sided smoothing against which something is left over. */
const SMOOTH = 0.1;
/** Effects that differ by this share of their standard deviation are alike. */
const ALIKE = 0.3;
/** Weight of what was left over a period earlier. */
const MEMORY = 0.99;
/** Weight of nothing having been left over, against what was in that many like periods. */
const CAUTION = 3;

const bounded = (x: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, x));
const squash = (x: number): number => Math.asinh(bounded(x));

/** What is left of values after smoothing from both sides. */
function leftOver(values: Float64Array): Float64Array {
  const n = values.length;
  const smooth = new Float64Array(n);
  for (const backward of [false, true]) {
    let level = NaN;
    for (let i = 0; i < n; i++) {
      const t = backward ? n - 1 - i : i;
      level = i === 0 ? values[t]! : level + SMOOTH * (values[t]! - level);
      smooth[t]! += level / 2;
    }
  }
  return values.map((x, t) => x - smooth[t]!);
}

/** The inputs that the effects of drivers are; `effects` may reach back longer than the model's values. */
export function driverInputs(effects: DriverEffects | undefined, model: AdjustedModel): DriverInputs {
  const { values, level, scale, unit, logarithmic } = model;
  const n = values.length;
  const inScales = (effect: number): number =>
    (effects?.multiplicative ? (logarithmic ? Math.log(effect) : (effect - 1) * Math.abs(level)) : effect / unit) /
    scale;
  const past = effects?.past.slice(-n).map(inScales) ?? [];
  const ahead = effects?.ahead.map(inScales) ?? [];
  const all = [...past, ...ahead];
  if (effects === undefined || past.every((x) => x === 0)) return NONE;
  const mean = past.reduce((a, b) => a + b, 0) / n;
  const width = ALIKE * Math.sqrt(past.reduce((a, x) => a + (x - mean) ** 2, 0) / n) || 1;
  const left = leftOver(values).map((x) => x / scale);
  const memory = left.map((_, s) => MEMORY ** (n - 1 - s));
  const before = (t: number): number => all[Math.max(0, t - 1)]!;
  const likely = (t: number): number => {
    let total = CAUTION;
    let sum = 0;
    for (let s = 0; s < n; s++) {
      const distance = ((all[s]! - all[t]!) / width) ** 2 + ((before(s) - before(t)) / width) ** 2;
      const weight = memory[s]! * Math.exp(-distance / 2);
      total += weight;
      sum += weight * left[s]!;
    }
    return sum / total;
  };
  const errorInScales = (error: number): number =>
    (effects.multiplicative ? (logarithmic ? error : error * Math.abs(level)) : error / unit) / scale;
  return {
    step: (t) => squash(past[t]!),
    horizon(h, row, at) {
      const t = n - 1 + h;
      // Beyond the periods whose drivers are known they count as usual.
      if (h > ahead.length) return NONE.horizon(h, row, at);
      row[at] = bounded(all[t]!);
      row[at + 1] = bounded(likely(t));
      row[at + 2] = bounded(errorInScales(effects.errors[h - 1]!));
    },
  };
}
