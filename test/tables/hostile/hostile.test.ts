import assert from "node:assert/strict";
import { killChild, nextMessage, startChild } from "../../harness/child.ts";
import { HOSTILE } from "./books.ts";
import { CSVS } from "./csv.ts";
import type { Survived } from "./reading-child.ts";

/** Of the process that reads them, with all it has loaded. */
const MOST_MB = 700;
/** What a person reads before giving up. */
const MOST_SAID = 200;
const LONGEST = 1_000;
const CELLS = /^The workbook has more cells than can be read; .* retry\.$/;
const INVALID = /^The workbook holds a part that is not valid XML\. .* retry\.$/;
const UNPACKS = /^The workbook unpacks to more than 500 MB; .* retry\.$/;
/** Books that must be refused, with what is said; all others must be read. */
const REFUSED = new Map([
  ["defines entities that grow", INVALID],
  ["is deep", INVALID],
  ["has a comment of 450 MB", INVALID],
  ["has an attribute of 450 MB", INVALID],
  ["has 600 sheets with a cell in their last row", CELLS],
  ["has 80 million shared texts", CELLS],
  ["has 20 million numbers in rows of ten", CELLS],
  ["has styles of 900 MB", /^The workbook's lists of sheets, links or styles unpack to more than 64 MB\. .* retry\.$/],
  ["unpacks to 20 GB", UNPACKS],
  ["never closes a quotation mark", /^Row 5 of the file has a quotation mark that does not close/],
  ["has a row of 30 million cells", /^Row 28 of the file has more than 16384 cells/],
  ["has 30 million empty rows", CELLS],
  ["has four million texts that are all different", CELLS],
  ["is no text", /^The file is not text/],
]);
/** Those that take much memory: each is read by a process of its own, which is new to it. */
const HUNGRY = [
  "has 600 sheets with a cell in their last row",
  "has 80 million shared texts",
  "has 20 million numbers in rows of ten",
  "has 30 million empty rows",
  "has four million texts that are all different",
  "is 60 MB of UTF-16",
  "unpacks to 20 GB",
];

/** Reads workbooks in a process, so that a crash or a lack of memory is its own. */
async function survive(names: readonly string[]): Promise<Record<string, Survived>> {
  const child = startChild(new URL("reading-child.ts", import.meta.url), names);
  try {
    return (await nextMessage(child)) as Record<string, Survived>;
  } finally {
    await killChild(child);
  }
}

function holds(name: string, { stock, sentence, fault, said, longest, megabytes }: Survived): void {
  assert.equal(fault, undefined);
  const says = REFUSED.get(name);
  if (says) assert.match(sentence ?? "", says);
  // Text of sales alone tells nothing of the stock.
  else assert.equal(stock, name in CSVS ? 0 : 7, sentence);
  assert.ok(megabytes < MOST_MB, `${megabytes} MB`);
  assert.ok(said <= MOST_SAID, `${said} things to read`);
  assert.ok(longest <= LONGEST, `${longest} letters`);
}

describe("workbooks made to hurt", () => {
  const names = [...Object.keys(HOSTILE), ...Object.keys(CSVS)];
  const modest = names.filter((name) => !HUNGRY.includes(name));
  let survived: Record<string, Survived>;

  before(async () => {
    survived = await survive(modest);
  });

  for (const name of names)
    it(`are read or refused in a sentence, in bounds: one that ${name}`, async () => {
      holds(name, (survived[name] ?? (await survive([name]))[name])!);
    });
});
