import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readSet } from "../../../server/training/pretrained/data.ts";
import { fieldsOf } from "../../../server/training/pretrained/csv-fields.ts";
import { mase } from "../../../server/training/pretrained/score.ts";
import { smape } from "../../../server/training/pretrained/smape.ts";
import { halfOf, trainingGroups } from "../../../server/training/pretrained/series.ts";

describe("training data", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "train-"));
    const rows = Array.from({ length: 40 }, (_, i) => `N${i},monthly,12,"A, ""B""",1990,3,8,1 2 3 NA 5 6 7 8,91 92 93`);
    writeFileSync(
      path.join(folder, "m3.csv"),
      ["series_id,frequency,season_length,category,start,horizon,n_train,train,test", ...rows].join("\n"),
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  it("reads quoted fields", () => {
    assert.deepEqual(fieldsOf('a,"b, ""c""",,d'), ["a", 'b, "c"', "", "d"]);
  });

  it("never hands a test value to the training", () => {
    assert.equal(readSet(folder, "m3")[0]!.test[0], 91);
    const seen = trainingGroups(folder).flatMap((group) => group.series.flatMap((s) => s.train));
    assert.ok(seen.length > 0 && seen.every((x) => x < 90));
  });

  it("holds about half of the ids out, and those only", () => {
    const ids = readSet(folder, "m3");
    for (const half of [0, 1]) {
      const groups = trainingGroups(folder, half);
      const kept = new Set(groups.flatMap((group) => group.series.map((s) => s.id.split("/")[0])));
      assert.ok(kept.size > 8 && kept.size < 32, `${kept.size} of 40`);
      for (const s of ids) assert.equal(kept.has(s.id), halfOf(s) !== half);
    }
  });

  it("has no groups for a folder without sets", () => {
    assert.deepEqual(trainingGroups(path.join(folder, "nowhere")), []);
  });

  it("scores as defined", () => {
    assert.ok(Math.abs(smape([100, 200], [110, 180]) - (2000 / 210 + 4000 / 380) / 2) < 1e-9);
    assert.equal(mase([1, 2, 1, 2], [4, 4], [2, 3], 1), 1.5);
  });
});
