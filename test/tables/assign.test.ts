import assert from "node:assert/strict";
import fc from "fast-check";
import { bestAssignment } from "../../shared/tables/evidence/assign.ts";

const sumOf = (scores: readonly (readonly number[])[], columns: readonly number[]): number =>
  columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : (scores[row]?.[column] ?? 0)), 0);

/** The largest sum by trying everything. */
function bruteForce(scores: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  const own = scores[row];
  if (own === undefined) return 0;
  const without = bruteForce(scores, row + 1, taken);
  return own.reduce(
    (best, score, column) =>
      taken.has(column) ? best : Math.max(best, score + bruteForce(scores, row + 1, new Set([...taken, column]))),
    without,
  );
}

describe("the assignment of fields to columns", () => {
  it("has the largest sum there is, a column a field at most", () => {
    const grid = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, width]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: width, maxLength: width }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(grid, (scores) => {
        const columns = bestAssignment(scores, 0);
        const used = columns.filter((column) => column >= 0);
        assert.equal(new Set(used).size, used.length);
        assert.equal(sumOf(scores, columns), bruteForce(scores));
      }),
    );
  });

  it("leaves out what is not sure enough", () => {
    assert.deepEqual(
      bestAssignment(
        [
          [0.3, 0.2],
          [0.9, 0.1],
        ],
        0.35,
      ),
      [-1, 0],
    );
    assert.deepEqual(
      bestAssignment(
        [
          [0.9, 0.8],
          [0.9, 0.1],
        ],
        0.35,
      ),
      [1, 0],
    );
  });
});
