import assert from "node:assert/strict";
import { officeHost, type Surroundings } from "../../../addin/taskpane/excel/office-host.ts";

const never = new Promise<never>(() => undefined);

/** A page in which Office answers like `onReady`; time passes at once where it is waited for. */
function page(onReady: Surroundings["onReady"], embedded = true) {
  const kept = new Map<string, string>();
  const seen = { reloads: 0 };
  const surroundings: Surroundings = {
    onReady,
    // After what is there at once.
    wait: () => new Promise((resolve) => setTimeout(resolve, 5)),
    embedded,
    session: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    },
    reload: () => void seen.reloads++,
  };
  const load = (): Promise<string> =>
    Promise.race([officeHost(surroundings), new Promise<string>((done) => setTimeout(() => done("gone"), 30))]);
  return { load, seen, kept };
}

describe("the start of the pane", () => {
  it("goes on as soon as Excel answers", async () => {
    assert.equal(await page(async () => ({ host: "Excel" })).load(), "excel");
  });

  for (const [what, onReady] of [
    ["never answers", () => never],
    ["answers without a host", async () => ({ host: null })],
  ] as const)
    it(`loads the page once more where Office ${what}, and then says so`, async () => {
      const { load, seen, kept } = page(onReady);
      assert.equal(await load(), "gone");
      assert.equal(seen.reloads, 1);
      assert.equal(await load(), "silent");
      assert.equal(seen.reloads, 1);
      assert.equal(kept.size, 1);
    });

  it("may load the page again another time, once Excel has answered", async () => {
    const kept = page(async () => ({ host: "Excel" }));
    kept.kept.set("lotwise.reloaded", "yes");
    await kept.load();
    assert.equal(kept.kept.size, 0);
  });

  it("is outside Excel only in a page of its own", async () => {
    const { load, seen } = page(() => never, false);
    assert.equal(await load(), "outside");
    assert.equal(seen.reloads, 0);
  });
});
