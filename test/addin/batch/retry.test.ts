import assert from "node:assert/strict";
import { backoff, retryAfter } from "../../../addin/batch/retry.ts";

describe("waiting before another try", () => {
  it("doubles to a limit, spread over half of it", () => {
    const most = [0, 1, 2, 3, 10].map((attempt) => backoff(attempt, () => 1));
    assert.deepEqual(most, [300, 600, 1200, 2400, 8000]);
    assert.equal(
      backoff(1, () => 0),
      300,
    );
  });

  const now = Date.UTC(2026, 10, 23, 12, 0, 0);
  const cases: readonly (readonly [string | null, number | undefined])[] = [
    [null, undefined],
    ["", undefined],
    ["soon", undefined],
    ["0", 0],
    ["3", 3_000],
    ["-5", 0],
    ["86400", 15_000],
    ["Mon, 23 Nov 2026 12:00:04 GMT", 4_000],
    ["Mon, 23 Nov 2026 11:00:00 GMT", 0],
  ];
  for (const [header, ms] of cases)
    it(`reads Retry-After ${JSON.stringify(header)} as ${ms}`, () => assert.equal(retryAfter(header, now), ms));
});
