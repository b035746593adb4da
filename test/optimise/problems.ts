import fc from "fast-check";
import type { LinearProgram, Row, Variable } from "../../shared/optimise/problem.ts";

export const variable = (cost: number, lower = 0, upper = Infinity, integer = false): Variable => ({
  name: `cost ${cost}`,
  cost,
  lower,
  upper,
  integer,
});

/** A row from one coefficient a variable. */
export const row = (lower: number, coefficients: readonly number[], upper: number): Row => ({
  name: `row of ${coefficients.join(" ")}`,
  terms: coefficients.map((a, j): [number, number] => [j, a]).filter(([, a]) => a !== 0),
  lower,
  upper,
});

const small = fc.integer({ min: -9, max: 9 });
const bound = (max: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -max, max }) }, fc.constant(Infinity));

/** Bounds in either order, either or both missing. */
const bounds = (max: number) =>
  fc.tuple(bound(max), bound(max)).map(([a, b]) => {
    const lower = a === Infinity ? -Infinity : a;
    return b < lower ? { lower: b, upper: lower } : { lower, upper: b };
  });

/** Any small programme: feasible, infeasible or unbounded, with equalities, free and mirrored variables. */
export const anyProgram = (integer: boolean): fc.Arbitrary<LinearProgram> =>
  fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      variables: fc.array(
        fc
          .record({ cost: small, bounds: bounds(9) })
          .map((x) => variable(x.cost, x.bounds.lower, x.bounds.upper, integer)),
        { minLength: n, maxLength: n },
      ),
      rows: fc.array(
        fc
          .record({ a: fc.array(small, { minLength: n, maxLength: n }), bounds: bounds(40), equal: fc.boolean() })
          .map(({ a, bounds: { lower, upper }, equal }) =>
            equal && Number.isFinite(lower) ? row(lower, a, lower) : row(lower, a, upper),
          ),
        { maxLength: 6 },
      ),
    }),
  );
