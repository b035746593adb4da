import assert from "node:assert/strict";

/** Whether two answers agree: numbers to a relative tolerance, everything else exactly. */
export function agree(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof actual === "number" && typeof expected === "number")
    return actual === expected || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.length === expected.length && actual.every((x, i) => agree(x, expected[i], tolerance));
  return actual === expected;
}

export function assertClose(actual: unknown, expected: unknown, tolerance = 1e-9, says = ""): void {
  assert.ok(
    agree(actual, expected, tolerance),
    `${says}: got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`,
  );
}
