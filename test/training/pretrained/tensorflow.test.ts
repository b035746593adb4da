import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { probeTensorflow } from "../../../server/engines/tensorflow.ts";
import { nativeWorks } from "../../../server/engines/native-works.ts";

/** A stand-in for tfjs-node that multiplies by `product` and first runs `opening`. */
const library = (product: string, opening = ""): string => `
${opening}
exports.tensor2d = (rows) => rows;
exports.matMul = () => ({ dataSync: () => ${product} });
exports.getBackend = () => "tensorflow";
`;

describe("the probe for native TensorFlow", () => {
  let folder = "";
  const entry = (name: string, text: string): string => {
    const file = path.join(folder, `${name}.cjs`);
    writeFileSync(file, text);
    return file;
  };
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "probe-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("believes a library that multiplies rightly, with the helpers Node 23 removed", async () => {
    const old = `if (!require("util").isNullOrUndefined(null) || !require("util").isArray([])) throw new Error();`;
    assert.equal(await nativeWorks(entry("good", library("[19, 22, 43, 50]", old))), true);
  });

  it("does not believe one that is wrong, throws, crashes or is not there", async () => {
    const bad = [
      entry("wrong", library("[1, 2, 3, 4]")),
      entry("throws", "throw new Error('no native library')"),
      entry("crashes", "process.abort()"),
      path.join(folder, "nothing.cjs"),
    ];
    for (const file of bad) assert.equal(await nativeWorks(file), false, file);
  });

  it("gives up on one that hangs", async () => {
    assert.equal(await nativeWorks(entry("hangs", "for (;;);"), 400), false);
  });

  it("names one of the two", async () => {
    assert.ok(["native", "wasm"].includes(await probeTensorflow()));
  });
});
