import assert from "node:assert/strict";
import { createCache } from "../../../addin/batch/cache.ts";

describe("cache of answers", () => {
  it("forgets the longest unused when its bytes are spent", () => {
    const cache = createCache(60); // room for five one-letter keys of 2 + 8 bytes, and a half
    for (const key of ["a", "b", "c", "d", "e"]) cache.set(key, 1);
    assert.equal(cache.get("a"), 1);
    cache.set("f", 6);
    cache.set("g", 7);
    assert.equal(cache.get("b"), undefined);
    assert.equal(cache.get("a"), 1);
    assert.equal(cache.get("g"), 7);
    assert.ok(cache.bytes <= 60);
  });

  it("counts an entry once however often it is set", () => {
    const cache = createCache(100);
    for (let i = 0; i < 50; i++) cache.set("key", "text");
    assert.equal(cache.bytes, 2 * 3 + 2 * 4);
  });

  it("doesn't let one huge answer push out the others", () => {
    const cache = createCache(1_000);
    cache.set("small", 1);
    cache.set("huge", [Array<number>(100).fill(1)]);
    assert.equal(cache.get("huge"), undefined);
    assert.equal(cache.get("small"), 1);
  });

  it("keeps falsy answers", () => {
    const cache = createCache(1_000);
    cache.set("zero", 0);
    cache.set("empty", "");
    cache.set("false", false);
    assert.deepEqual([cache.get("zero"), cache.get("empty"), cache.get("false")], [0, "", false]);
  });
});
