import assert from "node:assert/strict";
import fc from "fast-check";
import { JsonScanner, type JsonLimits } from "../../server/http/json-scanner.ts";
import { Problem } from "../../server/problem.ts";
import { growth } from "../harness/work.ts";

/** What a value holds, counted after it was parsed. */
function held(value: unknown, depth = 0): JsonLimits {
  if (typeof value === "string") return { depth, containers: 0, values: 1, keys: 0, text: value.length };
  if (typeof value !== "object" || value === null) return { depth, containers: 0, values: 1, keys: 0, text: 0 };
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return Object.values(value as object)
    .map((each) => held(each, depth + 1))
    .reduce(
      (sum, each) => ({
        depth: Math.max(sum.depth, each.depth),
        containers: sum.containers + each.containers,
        values: sum.values + each.values,
        keys: sum.keys + each.keys,
        text: Math.max(sum.text, each.text),
      }),
      {
        depth: depth + 1,
        containers: 1,
        values: 1,
        keys: names.length,
        text: Math.max(0, ...names.map((name) => name.length)),
      },
    );
}

/** The text through a scanner in pieces of these lengths; what it says where it refuses. */
function scan(text: string | Buffer, limits?: JsonLimits, lengths: readonly number[] = []): string | undefined {
  const bytes = Buffer.from(text);
  const scanner = new JsonScanner(limits);
  try {
    let at = 0;
    for (const length of [...lengths, bytes.length]) {
      scanner.take(bytes.subarray(at, at + length));
      at += length;
    }
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Problem);
    return error.detail;
  }
}

const NONE: JsonLimits = { depth: 99, containers: 1e9, values: 1e9, keys: 1e9, text: 1e9 };
// Texts of letters alone have as many bytes as characters; the signs of JSON are in others below.
const letters = fc.string({ unit: fc.constantFrom("a", "b", "{", "[", ",", ":", "}") });
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, fc.integer(), letters, fc.constant(null), tie("list"), tie("object")),
  list: fc.array(tie("value"), { minLength: 1, maxLength: 5 }),
  object: fc.dictionary(letters, tie("value"), { minKeys: 1, maxKeys: 5 }),
})).value;
const pieces = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });

describe("the scanner of bodies", () => {
  it("counts what a text holds, however its bytes are cut, and refuses one more than the limit", () => {
    fc.assert(
      fc.property(json, pieces, (value, lengths) => {
        const text = JSON.stringify(value);
        const counts = held(value);
        assert.equal(scan(text, counts, lengths), undefined, text);
        for (const what of Object.keys(counts) as (keyof JsonLimits)[])
          if (counts[what] > 0 && !(what === "values" && counts.values === 1))
            assert.ok(scan(text, { ...counts, [what]: counts[what] - 1 }, lengths), `${what} of ${text}`);
      }),
      { numRuns: 500 },
    );
  });

  it("takes signs inside of texts for text, with any escapes and any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), pieces, (text, lengths) => {
        assert.equal(
          scan(JSON.stringify([text]), { ...NONE, depth: 1, containers: 1, values: 2, keys: 0 }, lengths),
          undefined,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("says which limit was passed", () => {
    const of = (text: string): string | undefined => scan(text);
    assert.equal(of(`${"[".repeat(17)}`), "the body must not nest more than 16 levels deep");
    assert.match(of(`[${"{},".repeat(3_000_000)}`) ?? "", /not hold more than 3,000,000 objects and lists/);
    assert.match(of(`[${"1,".repeat(16_000_000)}`) ?? "", /not hold more than 16,000,000 values/);
    assert.match(of(`{${'"":1,'.repeat(4_000_001)}`) ?? "", /not hold more than 4,000,000 fields/);
    assert.match(of(`"${"x".repeat(13_000_000)}`) ?? "", /a text in the body must not be longer than/);
  });

  it("takes work that grows with the text", () => {
    const [, four] = growth(2000, (n) => {
      const bytes = Buffer.from(`{"items":[${'{"sku":"\\"a\\"","on_hand":[1,2,null]},'.repeat(n)}0]}`);
      return () => new JsonScanner().take(bytes);
    });
    assert.ok(four < 5, String(four));
  });
});
