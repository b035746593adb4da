import assert from "node:assert/strict";
import { allCases, type Numbered } from "./cases.ts";
import { emptyTally, total, tryCase, tryMutants, type Tally } from "./tally.ts";

/** Questions where nothing is open: at most this share. */
const NEEDLESS = 0.03;
const LANGUAGES = 8;

/** Each trap in one language, another for each; `npm run bench -- reading` tries them all. */
const sample = [...allCases()].filter((_, i) => i % LANGUAGES === (5 * Math.floor(i / LANGUAGES)) % LANGUAGES);

async function tried(
  numbered: readonly Numbered[],
  attempt: (one: Numbered, tally: Tally) => Promise<void>,
): Promise<Tally> {
  const tally = emptyTally();
  for (const one of numbered) await attempt(one, tally);
  return tally;
}

describe("reading made-up workbooks", () => {
  it("plans rightly or asks about what is open", async () => {
    const { counts, faults } = await tried(sample, ({ one }, tally) => tryCase(one, tally));
    assert.ok(sample.length > 150);
    assert.deepEqual(
      { wrong: counts.wrong, silent: counts.silent, vague: counts.vague },
      { wrong: 0, silent: 0, vague: 0 },
      faults.join("\n"),
    );
    assert.ok(counts.needless <= NEEDLESS * sample.length, faults.join("\n"));
  });

  it("plans the same in other looks, or asks", async () => {
    const tally = await tried(
      sample.filter((_, i) => i % 4 === 1),
      tryMutants,
    );
    assert.ok(total(tally) > 200);
    assert.deepEqual(tally.faults, []);
    assert.ok(tally.counts.right > total(tally) / 2, "mostly without a question");
  });
});
