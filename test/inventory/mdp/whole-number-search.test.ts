import assert from "node:assert/strict";
import fc from "fast-check";
import { wholeNumberSearch } from "../../../shared/inventory/mdp/whole-number-search.ts";

describe("the search over whole numbers", () => {
  const whole = fc.integer({ min: -500, max: 500 });
  const step = fc.constantFrom(1, 2, 16, 64);

  it("finds the least of a convex function", () => {
    fc.assert(
      fc.property(whole, whole, step, (start, best, first) => {
        const { point, value } = wholeNumberSearch(([x]) => Math.abs(x! - best - 0.25), [start], first);
        assert.deepEqual([point, value], [[best], 0.25]);
      }),
    );
  });

  it("follows a valley across two coordinates", () => {
    fc.assert(
      fc.property(whole, whole, step, (a, b, first) => {
        const f = ([x, y]: readonly number[]): number => 50 * Math.abs(x! + y! - a - b) + Math.abs(x! - a);
        assert.deepEqual(wholeNumberSearch(f, [0, 0], first).point, [a, b]);
      }),
    );
  });

  it("keeps out of where the function is infinite", () => {
    const { point } = wholeNumberSearch(([x, y]) => (y! < 1 ? Infinity : x! ** 2 + y!), [9, 9], 8);
    assert.deepEqual(point, [0, 1]);
  });
});
