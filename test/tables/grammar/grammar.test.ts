import assert from "node:assert/strict";
import { gridOf } from "./book.ts";
import { caseOf } from "./case.ts";
import { allCases, labelOf } from "./cases.ts";
import { KINDS } from "./kinds/index.ts";
import { mutantsOf } from "./mutations.ts";
import { bytesOf } from "./xlsx.ts";

describe("the grammar of workbooks", () => {
  const all = [...allCases()];

  it("makes at least 1,000 workbooks, each under a name of its own", () => {
    assert.ok(all.length >= 1000, `${all.length}`);
    assert.equal(new Set(all.map(({ one }) => labelOf(one))).size, all.length);
  });

  it("makes the same bytes for the same seed, and others for another", () => {
    const some = (seed: number): string =>
      KINDS.map((kind) =>
        bytesOf(caseOf(kind, Object.keys(kind.traps)[0]!, "de", seed).book).toString("base64"),
      ).join();
    assert.equal(some(1), some(1));
    assert.notEqual(some(1), some(2));
  });

  it("gives no table two columns of one name, but where a report has them", () => {
    const wrong = all.flatMap(({ one }) =>
      one.book.flatMap(({ tables }) =>
        tables.flatMap(({ columns }) => {
          const heads = columns.map(
            ({ head, over }) => `${head instanceof Date ? head.toISOString() : head} ${over ?? ""}`,
          );
          return new Set(heads).size < heads.length ? [`${labelOf(one)}: ${heads.join(" | ")}`] : [];
        }),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it("changes the cells in each mutation, and nothing of what is expected", () => {
    const numbered = all.find(({ one }) => one.name === "every field" && one.language === "fr")!;
    const cells = (book: typeof numbered.one.book): string =>
      JSON.stringify(book.map((sheet) => [sheet.name, gridOf(sheet)]));
    for (const [name, mutant] of mutantsOf(numbered.one, numbered.kind, numbered.seed)) {
      assert.notEqual(cells(mutant.book), cells(numbered.one.book), name);
      assert.deepEqual(mutant.expect.facts, numbered.one.expect.facts, name);
    }
  });

  it("knows kinds by names that differ", () => {
    assert.equal(new Set(KINDS.map(({ kind }) => kind)).size, KINDS.length);
  });
});
