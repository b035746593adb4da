import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { root } from "../../server/paths.ts";
import { dateAt, isoDate, mondayOfWeek } from "../../shared/calendar/dates.ts";
import { periodIndex, PERIODS, periodStart } from "../../shared/calendar/periods.ts";

describe("the calendar", () => {
  it("stands on nothing else", () => {
    const folder = path.join(root, "shared", "calendar");
    for (const name of readdirSync(folder))
      assert.doesNotMatch(readFileSync(path.join(folder, name), "utf8"), /from "(?!\.\/)/, name);
  });

  it("numbers ISO weeks from the one that holds 4 January (ISO 8601)", () => {
    // ISO 8601 examples: 2020-W53 begins 28 December 2020, 2026-W01 begins 29 December 2025.
    assert.equal(isoDate(mondayOfWeek(2020, 53) ?? 0), "2020-12-28");
    assert.equal(isoDate(mondayOfWeek(2026, 1) ?? 0), "2025-12-29");
  });

  it("puts each day into one period, which starts on a Monday or a first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8000, max: 40_000 }), fc.constantFrom(...PERIODS), (day, period) => {
        const index = periodIndex(day, period);
        assert.ok(periodStart(index, period) <= day && day < periodStart(index + 1, period));
        const start = dateAt(periodStart(index, period));
        if (period === "week") assert.equal(start.getUTCDay(), 1);
        if (period === "month") assert.equal(start.getUTCDate(), 1);
      }),
    );
  });
});
