import { cholesky, solveLower } from "../../numeric/cholesky.ts";
import { shrunkCovariance } from "./covariance.ts";
import { minimiseNonNegative } from "./non-negative.ts";
import { denseEquations, groupedEquations, type Group, type NormalEquations } from "./normal-equations.ts";
import { treeOf, type Hierarchy } from "./structure.ts";

/** Forecasts of all series for one period, in the hierarchy's order. */
export type Period = readonly number[];

/** Adds bottom forecasts up to all series. */
function addUp({ members }: Hierarchy, bottom: ArrayLike<number>): number[] {
  return members.map((list) => list.reduce((sum, k) => sum + bottom[k]!, 0));
}

/** Makes the normal equations of one period's forecasts: A = S' W^-1 S, b = S' W^-1 y. */
type Equations = (period: Period) => NormalEquations;

/** Independent errors of these variances, one a series. */
function independent({ bottom, members }: Hierarchy, variances: readonly number[]): Equations {
  const diagonal = new Float64Array(bottom.length);
  const groups: Group[] = [];
  for (const [i, list] of members.entries()) {
    if (list.length === 1) diagonal[list[0]!]! += 1 / variances[i]!;
    else groups.push({ members: list, weight: 1 / variances[i]! });
  }
  return (period) => {
    const b = new Float64Array(bottom.length);
    for (const [i, list] of members.entries()) for (const k of list) b[k]! += period[i]! / variances[i]!;
    return groupedEquations(diagonal, groups, b);
  };
}

/** Errors that move together as those given did, a row a series. */
function correlated({ bottom, members }: Hierarchy, errors: readonly (readonly number[])[]): Equations {
  const factor = cholesky(shrunkCovariance(errors), errors.length);
  const columns = bottom.map(() => new Float64Array(members.length));
  for (const [i, list] of members.entries()) for (const k of list) columns[k]![i] = 1;
  const whitened = columns.map((column) => solveLower(factor, column));
  const n = bottom.length;
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j <= i; j += 1) gram[i * n + j] = gram[j * n + i] = dot(whitened[i]!, whitened[j]!);
  return (period) => {
    const y = solveLower(factor, period);
    return denseEquations(
      gram,
      Float64Array.from(whitened, (column) => dot(column, y)),
    );
  };
}

/** How the series are weighed: by how many they sum, all alike, or by their past errors (a row a series). */
export type Weights = "structural" | "equal" | readonly (readonly number[])[];

/**
 * Minimum-trace reconciliation (Wickramasuriya, Athanasopoulos and Hyndman, 2019) without negative forecasts
 * (Wickramasuriya, Turlach and Hyndman, 2020): the coherent forecasts nearest to the given ones, by generalised least
 * squares over bottom forecasts that are at least 0.
 */
export function minimumTrace(hierarchy: Hierarchy, periods: readonly Period[], weights: Weights): number[][] {
  const { members } = hierarchy;
  const equations =
    typeof weights === "string"
      ? independent(
          hierarchy,
          members.map((list) => (weights === "equal" ? 1 : list.length)),
        )
      : correlated(hierarchy, weights);
  return periods.map((period) => addUp(hierarchy, minimiseNonNegative(equations(period))));
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
