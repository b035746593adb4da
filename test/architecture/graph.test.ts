import assert from "node:assert/strict";
import path from "node:path";
import { cycles } from "./cycles.ts";
import { exportsForTests } from "./exports.ts";
import { importsOf, modules, readModule, type Module } from "./graph.ts";

/** What tests and benchmarks alone may ask of the sources, each for a reason. */
const FOR_TESTS = [
  // What the pane starts from, told from what it remembers.
  "addin/taskpane/settings/settings.ts: DEFAULT_SETTINGS",
  // The words of every setting, which the guides must name rightly.
  "server/config.ts: settingsDocumentation",
  // The kernel as a layer of TensorFlow.js, to be raced against theirs.
  "server/kernel/fused-lstm-layer.ts: FusedLstmLayer",
  // What a network answers while it learns, held against what it answers once stored.
  "server/training/pretrained/count/model.ts: totals",
  "server/training/pretrained/model.ts: quantiles",
  // A workbook that is in no file.
  "server/workbook/read.ts: readWorkbook",
  // What is searched by, held against the definition.
  "shared/inventory/mdp/learned-policy.ts: trainedRule",
  "shared/inventory/policies/min-max-fill-rate.ts: minMaxFillRate",
  "shared/inventory/policies/poisson-rq.ts: poissonRqCost",
  // A replay in this thread.
  "shared/purchasing/replay/make-replay.ts: makeReplay",
];

const from = (...files: readonly (readonly [file: string, text: string])[]): Module[] =>
  files.map(([file, text]) => readModule(file, text));

describe("the import graph", () => {
  it("has no circle at run time", () => assert.deepEqual(cycles(modules), []));

  it("finds a circle, however it is closed, and none that types close", () => {
    const a = ["a.ts", 'import { b } from "./b.ts"; export const a = b;'] as const;
    const circle = [["a.ts", "b.ts"]];
    assert.deepEqual(cycles(from(a, ["b.ts", 'import { a } from "./a.ts"; export const b = a;'])), circle);
    assert.deepEqual(cycles(from(a, ["b.ts", 'export const b = () => import("./a.ts");'])), circle);
    assert.deepEqual(cycles(from(a, ["b.ts", 'export * from "./a.ts"; export const b = 1;'])), circle);
    assert.deepEqual(cycles(from(a, ["b.ts", 'import type { a } from "./a.ts"; export const b: typeof a = 1;'])), []);
  });

  it("exports for tests alone what is named here", () => {
    assert.ok(FOR_TESTS.length <= 10);
    assert.deepEqual(exportsForTests(modules).sort(), [...FOR_TESTS].sort());
  });

  it("knows what tests alone use, by any way of importing it", () => {
    const source = ["shared/a.ts", "export const a = 1; export const b = 2; export interface C { x: 1 }"] as const;
    const test = ["test/a.test.ts", 'import { a, b, type C } from "../shared/a.ts";'] as const;
    assert.deepEqual(exportsForTests(from(source, test)), ["shared/a.ts: a", "shared/a.ts: b"]);
    for (const use of ['import { a } from "../shared/a.ts";', 'export { a } from "../shared/a.ts";'])
      assert.deepEqual(exportsForTests(from(source, test, ["server/b.ts", use]))[0], "shared/a.ts: b");
    for (const use of ['import * as all from "../shared/a.ts";', 'await import("../shared/a.ts");'])
      assert.deepEqual(exportsForTests(from(source, test, ["server/b.ts", use])), []);
  });

  it("finds imports however they are written", () => {
    const code = [
      'import "./a.ts";',
      'import type { B } from "./b.ts";',
      'export { c } from "./c.ts";',
      'const d = await import("./d.ts"); type E = import("./e.ts").E; import zod from "zod";',
    ].join("\n");
    const found = (text: string): string[] => readModule("any.ts", text).imports.map(({ from }) => from);
    assert.deepEqual(found(code).sort(), ["a.ts", "b.ts", "c.ts", "d.ts", "e.ts", "zod"]);
    const build = 'const ENTRY = `import { f } from "./server/f.ts";\nexport const g = f(${1});`;';
    assert.deepEqual(found(build), [path.join("server", "f.ts")]);
    assert.ok(
      importsOf(path.join("server", "tools", "build-addin.mjs")).includes(
        path.join("shared", "define", "catalogue.ts"),
      ),
    );
  });
});
