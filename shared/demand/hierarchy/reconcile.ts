import { cholesky, solveLower } from "../../numeric/cholesky.ts";
import { shrunkCovariance } from "./covariance.ts";
import { minimiseNonNegative } from "./non-negative.ts";
import { treeOf, type Hierarchy } from "./structure.ts";

/** Forecasts of all series for one period, in the hierarchy's order. */
export type Period = readonly number[];

/** Adds bottom forecasts up to all series. */
export function addUp({ members }: Hierarchy, bottom: ArrayLike<number>): number[] {
  return members.map((list) => list.reduce((sum, k) => sum + bottom[k]!, 0));
}

/** Divides by standard deviations, correlations included: columns and forecasts before least squares. */
type Whiten = (column: Float64Array) => Float64Array;

/** Each series weighed by how many bottom series it sums, as if their errors were alike and independent. */
function structuralWeights({ members }: Hierarchy): Whiten {
  return (column) => column.map((x, i) => x / Math.sqrt(members[i]!.length));
}

function errorWeights(errors: readonly (readonly number[])[]): Whiten {
  const factor = cholesky(shrunkCovariance(errors), errors.length);
  return (column) => solveLower(factor, column);
}

/** How the series are weighed: by how many they sum, all alike, or by their past errors (a row a series). */
export type Weights = "structural" | "equal" | readonly (readonly number[])[];

/**
 * Minimum-trace reconciliation (Wickramasuriya, Athanasopoulos and Hyndman, 2019) without negative forecasts
 * (Wickramasuriya, Turlach and Hyndman, 2020): the coherent forecasts nearest to the given ones, by generalised least
 * squares over bottom forecasts that are at least 0.
 */
export function minimumTrace(hierarchy: Hierarchy, periods: readonly Period[], weights: Weights): number[][] {
  const { bottom, members } = hierarchy;
  const whiten =
    weights === "structural"
      ? structuralWeights(hierarchy)
      : weights === "equal"
        ? (column: Float64Array) => column
        : errorWeights(weights);
  const n = bottom.length;
  const columns = bottom.map((_, k) => whiten(Float64Array.from(members, (list) => (list.includes(k) ? 1 : 0))));
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j <= i; j += 1) gram[i * n + j] = gram[j * n + i] = dot(columns[i]!, columns[j]!);
  return periods.map((period) => {
    const y = whiten(Float64Array.from(period));
    const moments = Float64Array.from(columns, (column) => dot(column, y));
    return addUp(hierarchy, minimiseNonNegative(gram, moments));
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Divides the top's forecast by the proportions of the forecasts below (Athanasopoulos, Ahmed and Hyndman, 2009): level by
 * level in a tree, at once to the bottom where groups cross. Undefined where no series sums all others.
 */
export function topDown(hierarchy: Hierarchy, periods: readonly Period[]): number[][] | undefined {
  const { bottom, members } = hierarchy;
  const top = members.findIndex((list) => list.length === bottom.length);
  if (top < 0) return undefined;
  const children = treeOf(hierarchy)?.children ?? members.map((_, i) => (i === top ? [...bottom] : []));
  return periods.map((period) => {
    const values = new Array<number>(members.length).fill(0);
    const share = (parent: number, value: number): void => {
      values[parent] = value;
      const below = children[parent]!;
      const sum = below.reduce((a, i) => a + period[i]!, 0);
      for (const i of below) share(i, sum > 0 ? (value * period[i]!) / sum : value / below.length);
    };
    share(top, period[top]!);
    return addUp(
      hierarchy,
      bottom.map((i) => values[i]!),
    );
  });
}

/** Adds the bottom forecasts up; those of the sums don't count. */
export function bottomUp(hierarchy: Hierarchy, periods: readonly Period[]): number[][] {
  return periods.map((period) =>
    addUp(
      hierarchy,
      hierarchy.bottom.map((i) => period[i]!),
    ),
  );
}
