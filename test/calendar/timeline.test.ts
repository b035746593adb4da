import assert from "node:assert/strict";
import fc from "fast-check";
import { dayNumber, isoDate } from "../../shared/calendar/dates.ts";
import { PERIODS } from "../../shared/calendar/periods.ts";
import { dayAfter, timeline } from "../../shared/calendar/timeline.ts";

const day = dayNumber;

describe("a timeline of periods", () => {
  it("has months of 28 to 31 days", () => {
    const months = timeline(day("2024-01-01"), "month");
    assert.deepEqual(
      [0, 1, 2, 3, -1].map((i) => isoDate(months.startOf(i))),
      ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2023-12-01"],
    );
    assert.equal(months.at(day("2024-02-15")), 1 + 14 / 29);
    assert.equal(months.at(day("2024-03-15")), 2 + 14 / 31);
  });

  it("has weeks that start where the first one does", () => {
    const weeks = timeline(day("2026-11-18"), "week");
    assert.equal(isoDate(weeks.startOf(2)), "2026-12-02");
    assert.equal(weeks.at(day("2026-11-20")), 2 / 7);
    assert.ok(Math.abs(weeks.at(day("2026-11-17")) + 1 / 7) < 1e-12);
  });

  it("starts the day after the period before", () => {
    assert.equal(isoDate(dayAfter(day("2026-10-01"), "month")), "2026-11-01");
    assert.equal(isoDate(dayAfter(day("2026-10-15"), "month")), "2026-11-01", "a month is the calendar's");
    assert.equal(isoDate(dayAfter(day("2026-11-16"), "week")), "2026-11-23");
    assert.equal(isoDate(dayAfter(day("2026-11-16"), "day")), "2026-11-17");
  });

  it("goes from days to positions and back, in order", () => {
    const dates = fc.integer({ min: day("1990-01-01"), max: day("2099-12-31") });
    fc.assert(
      fc.property(dates, fc.constantFrom(...PERIODS), fc.integer({ min: -800, max: 4000 }), (first, period, after) => {
        const start = period === "month" ? dayAfter(first, "month") : first;
        const { at, dayAt, startOf } = timeline(start, period);
        const position = at(start + after);
        assert.ok(Math.abs(dayAt(position) - (start + after)) < 1e-6);
        assert.ok(at(start + after + 1) > position);
        assert.equal(at(startOf(Math.floor(position))), Math.floor(position));
      }),
    );
  });
});
