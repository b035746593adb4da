import { solveLower } from "../../numeric/cholesky.ts";
import { solveRidge } from "./ridge.ts";

/** Columns of a regression and how strongly each is pulled towards no effect. */
export interface Design {
  /** One array a column, a number a period of the history. */
  readonly columns: readonly ArrayLike<number>[];
  /** Relative strength of the pull towards zero, one a column: 1 for a usual one, 0 for none. */
  readonly pull: readonly number[];
}

export interface Regression {
  /** Effect of one unit of each column. */
  readonly coefficients: readonly number[];
  /** Smoothing weight of the level beside the effects. */
  readonly alpha: number;
  /** Generalised cross-validation score; lower is better, comparable between regressions of the same values. */
  readonly score: number;
  /** Standard error of the sum of `row` times the coefficients (posterior, where the pull is the prior). */
  errorOf(row: readonly number[]): number;
}

const ALPHAS = [0.01, 0.03, 0.08, 0.16, 0.3, 0.5, 0.75] as const;
/** A coefficient counts for this many in the cross-validation, which otherwise is too fond of many. */
const CAUTION = 1.4;
const PULLS = [0.5, 2, 8, 32, 128, 512] as const;

/**
 * One-step errors of simple exponential smoothing from a level of zero. Where `known` is zero there is no observation:
 * the error counts as zero.
 */
function innovations(values: ArrayLike<number>, alpha: number, known: ArrayLike<number>): Float64Array {
  const errors = new Float64Array(values.length);
  let level = 0;
  for (let t = 0; t < values.length; t += 1) {
    if (known[t] === 0) continue;
    errors[t] = values[t]! - level;
    level += alpha * errors[t]!;
  }
  return errors;
}

/**
 * Regression whose errors follow a level that drifts (simple exponential smoothing with regressors: Hyndman, Koehler,
 * Ord and Snyder, 2008, chapter 9). Smoothing is linear, so for a given alpha the effects are the regression of the
 * smoothed series' one-step errors on those of each column; ridge pull and alpha come from generalised cross-validation
 * (Golub, Heath and Wahba, 1979). `values` may hold NaN where nothing is known.
 */
export function regress(values: readonly number[], { columns, pull }: Design): Regression {
  const known = Float64Array.from(values, (x) => (Number.isNaN(x) ? 0 : 1));
  const n = known.reduce((a, b) => a + b, 0);
  const p = columns.length + 1;
  const best = {
    score: Infinity,
    coefficients: new Float64Array(p),
    alpha: 0.3,
    variance: 0,
    factor: new Float64Array(p * p),
  };
  const unit = new Float64Array(values.length).fill(1);
  for (const alpha of ALPHAS) {
    const y = innovations(values, alpha, known);
    // The starting level is a regressor too: the constant's errors fade as the level learns it.
    const x = [...columns, unit].map((column) => innovations(column, alpha, known));
    const gram = new Float64Array(p * p);
    const moments = new Float64Array(p);
    for (let i = 0; i < p; i += 1) {
      moments[i] = dot(x[i]!, y);
      for (let j = 0; j <= i; j += 1) gram[i * p + j] = gram[j * p + i] = dot(x[i]!, x[j]!);
    }
    const total = dot(y, y);
    for (const strength of PULLS) {
      const penalty = Float64Array.from({ length: p }, (_, j) => (j < p - 1 ? strength * pull[j]! : 0));
      const { coefficients, freedom, factor } = solveRidge(gram, moments, penalty);
      const squares = squaredErrors(total, gram, moments, coefficients);
      const score = CAUTION * freedom < n ? squares / (1 - (CAUTION * freedom) / n) ** 2 : Infinity;
      const variance = squares / Math.max(1, n - freedom);
      if (score < best.score) Object.assign(best, { score, coefficients, alpha, variance, factor });
    }
  }
  const { coefficients, alpha, score, variance, factor } = best;
  return {
    coefficients: Array.from(coefficients.subarray(0, p - 1)),
    alpha,
    score,
    errorOf(row) {
      const moved = solveLower(
        factor,
        Float64Array.from({ length: p }, (_, j) => row[j] ?? 0),
      );
      return Math.sqrt(variance * dot(moved, moved));
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t += 1) sum += a[t]! * b[t]!;
  return sum;
}

/** y'y - 2 b'X'y + b'X'X b, not below zero. */
function squaredErrors(total: number, gram: Float64Array, moments: Float64Array, b: Float64Array): number {
  const p = b.length;
  let sum = total;
  for (let i = 0; i < p; i += 1) {
    sum -= 2 * b[i]! * moments[i]!;
    for (let j = 0; j < p; j += 1) sum += b[i]! * gram[i * p + j]! * b[j]!;
  }
  return Math.max(0, sum);
}
