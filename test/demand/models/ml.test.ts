import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { supportVectors } from "../../../server/engines/svr.ts";
import { root } from "../../../server/paths.ts";
import { boostedTrees } from "../../../shared/demand/models/learning/boosted-trees.ts";
import { forecastLearned } from "../../../shared/demand/models/learning/forecast.ts";
import type { Learn } from "../../../shared/demand/models/learning/learner.ts";
import { randomForest } from "../../../shared/demand/models/learning/random-forest.ts";
import { fitStatisticalMean } from "../../../shared/demand/models/statistical-mean.ts";

/** A fixed sequence between -1 and 1 that looks like noise. */
const noise = (t: number): number => Math.sin(12.9898 * t + 78.233 * Math.sin(t));
const ROWS = Array.from({ length: 400 }, (_, i) => [noise(i), noise(2 * i + 1), noise(3 * i + 2)]);
/** A step and a bend that no straight line follows; the third feature says nothing. */
const truth = (row: readonly number[]): number => (row[0]! > 0.2 ? 3 : 0) + 2 * row[1]! * row[1]!;

const LEARNERS: Readonly<Record<string, () => Promise<Learn>>> = {
  "boosted trees": () => Promise.resolve(boostedTrees),
  "random forest": () => Promise.resolve(randomForest),
  "support vectors": supportVectors,
};

for (const [name, get] of Object.entries(LEARNERS))
  describe(name, () => {
    it("explain five sixths of what a step and a bend do, on rows not seen", async () => {
      const learned = (await get())({ rows: ROWS.slice(0, 300), targets: ROWS.slice(0, 300).map(truth) });
      const unseen = ROWS.slice(300);
      const mean = unseen.reduce((a, row) => a + truth(row), 0) / unseen.length;
      const left = unseen.reduce((a, row) => a + (truth(row) - learned.predict(row)) ** 2, 0);
      const all = unseen.reduce((a, row) => a + (truth(row) - mean) ** 2, 0);
      assert.ok(left < all / 6, `${(100 * left) / all}% is left`);
      learned.free?.();
    });

    it("answer the same bits from the same examples", async () => {
      const learn = await get();
      const answers = [0, 1].map(() => {
        const learned = learn({ rows: ROWS, targets: ROWS.map(truth) });
        const path = ROWS.map((row) => learned.predict(row));
        learned.free?.();
        return path;
      });
      assert.deepEqual(answers[0], answers[1]);
    });

    it("forecast a pattern that a season can't hold, and a prefix of a longer horizon", async () => {
      // A promotion every fifth day doubles demand; the season given is the week, and the promotion a driver.
      const on = (t: number): number => (t % 5 === 0 ? 1 : 0);
      const values = Array.from({ length: 210 }, (_, t) => 100 * (1 + on(t)) * (1 + 0.05 * noise(t)));
      const columns = [Array.from({ length: 224 }, (_, t) => on(t))];
      const learn = await get();
      const seven = forecastLearned(learn, values, 7, 7, columns).mean;
      const fourteen = forecastLearned(learn, values, 7, 14, columns).mean;
      assert.deepEqual(seven, fourteen.slice(0, 7));
      for (const [h, x] of fourteen.entries())
        assert.ok(Math.abs(x / (100 * (1 + on(210 + h))) - 1) < 0.15, `${h}: ${x}`);
    });

    it("add nothing where there is nothing to learn", async () => {
      const learn = await get();
      const steady = forecastLearned(learn, new Array<number>(40).fill(20), 1, 3, []);
      assert.deepEqual(steady.mean, [20, 20, 20]);
      const short = [12, 15, 9, 14, 11];
      assert.deepEqual(
        forecastLearned(learn, short, 1, 4, []).mean,
        fitStatisticalMean({ values: short, season: 1 }).predict(4),
      );
    });
  });

describe("support vectors", () => {
  it("leave no listener behind that would end the process at somebody else's fault", () => {
    const script = `
      const { supportVectors } = await import(${JSON.stringify(new URL("../../../server/engines/svr.ts", import.meta.url).href)});
      await supportVectors();
      console.log(process.listenerCount("unhandledRejection"));`;
    const args = ["--import", "tsx", "--input-type=module", "-e", script];
    assert.equal(spawnSync(process.execPath, args, { encoding: "utf8", cwd: root }).stdout.trim(), "0");
  });
});
