import assert from "node:assert/strict";
import { killChild, nextMessage, startChild } from "../../harness/child.ts";
import { HOSTILE } from "./books.ts";
import type { Survived } from "./reading-child.ts";

/** What a whole workbook may unpack to, and what reading it may take on top. */
const UNPACKED_MB = 500;
const OVERHEAD_MB = 200;
/** What a person reads before giving up. */
const MOST_SAID = 200;
const LONGEST = 1_000;
/** Books that must be refused; all others must be read. */
const REFUSED = new Set(["defines entities that grow", "is deep", "unpacks to 20 GB"]);

describe("workbooks made to hurt", () => {
  let survived: Record<string, Survived>;

  // One process for all, so that a crash or a lack of memory is its own.
  before(async () => {
    const child = startChild(new URL("reading-child.ts", import.meta.url), []);
    try {
      survived = (await nextMessage(child)) as Record<string, Survived>;
    } finally {
      await killChild(child);
    }
  });

  for (const name of Object.keys(HOSTILE))
    it(`are read or refused in a sentence, in bounds: one that ${name}`, () => {
      const { stock, sentence, fault, said, longest, megabytes } = survived[name]!;
      assert.equal(fault, undefined);
      if (REFUSED.has(name)) assert.match(sentence ?? "", /^The workbook .* retry\.$/);
      else assert.equal(stock, 7, sentence);
      assert.ok(megabytes < UNPACKED_MB + OVERHEAD_MB, `${megabytes} MB`);
      assert.ok(said <= MOST_SAID, `${said} things to read`);
      assert.ok(longest <= LONGEST, `${longest} letters`);
    });
});
