import assert from "node:assert/strict";

/** Whether two lists agree within a tolerance, relative to the largest size in the expected one. */
export function close(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length);
  const size = Array.from(expected).reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  for (let i = 0; i < expected.length; i += 1)
    assert.ok(
      Math.abs(actual[i]! - expected[i]!) <= tolerance * size,
      `at ${i}: ${actual[i]} is not ${expected[i]} to within ${tolerance * size}`,
    );
}
