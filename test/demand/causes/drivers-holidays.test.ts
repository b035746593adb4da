import assert from "node:assert/strict";
import { engines } from "../../../server/engines/index.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import { holidays } from "../../../shared/functions/holidays.ts";
import { noFaults } from "../../harness/faults.ts";

async function counts(...args: unknown[]): Promise<number[]> {
  const outcome = await evaluate(holidays, args, engines, noFaults);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return (outcome.value as number[][]).map(([x]) => x!);
}

async function message(...args: unknown[]): Promise<string> {
  const outcome = await evaluate(holidays, args, engines, noFaults);
  assert.ok("error" in outcome);
  return outcome.error.message;
}

describe("HOLIDAYS", () => {
  it("counts the nine public holidays of all Germany in a year of days, weeks and months", async () => {
    const days = await counts("DE", "2026-01-01", 365);
    assert.equal(
      days.reduce((a, b) => a + b, 0),
      9,
    );
    const weeks = await counts("DE", "2026-01-01", 52, "week");
    assert.deepEqual(
      weeks,
      weeks.map((_, w) => days.slice(7 * w, 7 * w + 7).reduce((a, b) => a + b, 0)),
    );
    const months = await counts("DE", "2026-01-01", 12, "month");
    assert.deepEqual(months, [1, 0, 0, 2, 3, 0, 0, 0, 0, 1, 0, 2]);
  });

  it("knows regions: Epiphany is a holiday in Bavaria alone of the two", async () => {
    assert.deepEqual(await counts("DE-BY", "2026-01-06", 1), [1]);
    assert.deepEqual(await counts("DE-BE", "2026-01-06", 1), [0]);
  });

  it("counts observances if asked to: the day after Thanksgiving", async () => {
    assert.deepEqual(await counts("US", "2026-11-27", 1), [0]);
    assert.deepEqual(await counts("US", "2026-11-27", 1, "day", "all"), [1]);
  });

  it("takes a date cell and text for the same day, whatever the machine's time zone", async () => {
    assert.deepEqual(await counts("US", 46347, 8), await counts("us", "2026-11-21", 8));
  });

  it("keeps months that begin late in a month in line", async () => {
    const ends = await counts("DE", "2026-01-31", 3, "month");
    assert.equal(ends.length, 3);
    assert.deepEqual(ends, [0, 0, 2]);
  });

  it("says what is wrong", async () => {
    assert.match(await message("Germany", "2026-01-01", 3), /^country: must be a country's two-letter code/);
    assert.match(await message("ZZ", "2026-01-01", 3), /^country: must be a country's two-letter code.*got "ZZ"/);
    assert.match(await message("DE-XX", "2026-01-01", 3), /^country: /);
    assert.match(await message("DE", "2026-02-30", 3), /^start_date: must be a date/);
    assert.match(await message("DE", "2026-01-01", 9999, "month"), /^periods: must end by the year 2100/);
  });
});
