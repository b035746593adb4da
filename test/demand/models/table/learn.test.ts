import assert from "node:assert/strict";
import { foretold, learnTask, tableTasks, type TableLessons } from "../../../../shared/demand/models/table/table.ts";
import { madeTable } from "./made.ts";

const HORIZON = 3;
const PERIODS = 60;
const lessonsOf = (table: readonly (readonly number[])[]): TableLessons => ({
  season: 12,
  items: table.length,
  lessons: tableTasks(table, 12, [HORIZON]).flatMap((task) => learnTask(task) ?? []),
});

describe("what the items of a table teach each other", () => {
  const full = madeTable(45, PERIODS + HORIZON);
  const past = full.map((history) => history.slice(0, -HORIZON));
  const lessons = lessonsOf(past);
  const toldOf = (history: readonly number[], by = lessons) => foretold(by, history, HORIZON, {})!;

  it("is plain data: on any thread it says the same", () => {
    const sent = JSON.parse(JSON.stringify(lessons)) as TableLessons;
    for (const history of past.slice(0, 5)) {
      const [here, there] = [toldOf(history), toldOf(history, sent)];
      assert.deepEqual([there.typical, there.mean, there.quantile(0.9)], [here.typical, here.mean, here.quantile(0.9)]);
    }
  });

  it("is the same to the bit when learned again", () => assert.deepEqual(lessonsOf(past), lessons));

  it("foretells a season that all share, better than last year's mean", () => {
    let [learned, usual] = [0, 0];
    full.forEach((history, i) => {
      if (i % 3 === 0) return;
      const actual = history.slice(-HORIZON).reduce((a, b) => a + b, 0) / HORIZON;
      const year = past[i]!.slice(-12).reduce((a, b) => a + b, 0) / 12;
      learned += Math.abs(toldOf(past[i]!).typical - actual) / year;
      usual += Math.abs(year - actual) / year;
    });
    assert.ok(learned < 0.8 * usual, `${learned} against ${usual}`);
  });

  it("has quantiles that rise about its mean, and hold what they promise", () => {
    const probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 0.99];
    let inside = 0;
    full.forEach((history, i) => {
      const told = toldOf(past[i]!);
      const quantiles = probabilities.map((p) => told.quantile(p));
      quantiles.slice(1).forEach((q, k) => assert.ok(q >= quantiles[k]!));
      assert.ok(told.mean >= quantiles[0]! && told.mean <= quantiles.at(-1)!);
      const actual = history.slice(-HORIZON).reduce((a, b) => a + b, 0) / HORIZON;
      inside += actual >= quantiles[1]! && actual <= quantiles[5]! ? 1 : 0;
    });
    // 36 of 45 are expected; fewer than 28 or all of them would come by chance once in a thousand times.
    assert.ok(inside >= 28 && inside < 45, `${inside} of 45 inside 80%`);
  });

  it("stays out where few items have sold, where one is young, and where nobody says what a period is", () => {
    assert.deepEqual(tableTasks(past.slice(0, 29), 12, [HORIZON]), []);
    assert.deepEqual(tableTasks(past, 5, [HORIZON]), []);
    assert.equal(foretold(lessons, [3, 4, 5], HORIZON, {}), undefined);
  });

  it("forgets what cannot be learned from: no item long enough", () =>
    assert.equal(learnTask({ season: 12, horizon: HORIZON, histories: past.map((x) => x.slice(-6)) }), undefined));
});
