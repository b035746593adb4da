import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { root } from "../../server/paths.ts";
import { recipesOf } from "./recipes.ts";

/** What a copy needs to run: sources, and the harness that starts a server. */
const COPIED = ["package.json", "tsconfig.json", "manifest.xml", "server", "shared", "test/harness", "test/additions"];

/** What the probe finds in the copy. */
interface Found {
  readonly answer: unknown;
  readonly published: { readonly functions: readonly { readonly name: string }[] };
  readonly reference: { readonly status: number; readonly text: string };
  readonly openapi: {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    readonly components: {
      readonly schemas: {
        readonly PlanException: { readonly properties: { readonly code: { readonly enum: readonly string[] } } };
      };
    };
  };
  readonly plan: { readonly exceptions: readonly { readonly code: string; readonly message: string }[] };
  readonly summary: { readonly to_order: number; readonly exceptions: number; readonly message: string };
  readonly kinds: Readonly<Record<string, string>>;
  readonly sheet: string;
}

const recipes = recipesOf(readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8"));
const touched = recipes.flatMap(({ changes }) => changes.map(({ file }) => file));

/** What the compiler has to say of the files that the recipes touched. */
function complaints(scratch: string): string[] {
  const { config } = ts.readConfigFile(path.join(scratch, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, rootDir: scratch, types: ["node"], composite: false, emitDeclarationOnly: false },
    scratch,
  );
  const files = touched.map((file) => path.join(scratch, file));
  const program = ts.createProgram(files, options);
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}

describe("an addition by CONTRIBUTING's recipes", () => {
  let scratch: string;
  let found: Found;

  before(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), "lotwise-added-"));
    for (const name of COPIED) cpSync(path.join(root, name), path.join(scratch, name), { recursive: true });
    mkdirSync(path.join(scratch, "dist"));
    // A junction needs no rights on Windows. What was built is of the sources without the additions.
    for (const name of ["node_modules", path.join("dist", "addin")])
      symlinkSync(path.join(root, name), path.join(scratch, name), "junction");
    for (const { file, apply } of recipes.flatMap(({ changes }) => changes)) {
      const at = path.join(scratch, file);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, apply(existsSync(at) ? readFileSync(at, "utf8") : undefined));
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", path.join("test", "additions", "probe.ts")],
      { cwd: scratch, maxBuffer: 1e8 },
    );
    found = JSON.parse(stdout) as Found;
  });

  after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

  it("touches two files for a function, three for an operation and two for an exception", () => {
    assert.deepEqual(
      recipes.map(({ title, changes }) => [title.split(":")[0], new Set(changes.map(({ file }) => file)).size]),
      [
        ["A worksheet function", 2],
        ["An HTTP operation", 3],
        ["An exception of the plan", 2],
      ],
    );
  });

  it("compiles", () => assert.deepEqual(complaints(scratch), []));

  it("of a function answers over HTTP, and stands in functions.json and the reference", () => {
    assert.deepEqual(found.answer, [{ value: 0.4 }]);
    assert.ok(found.published.functions.some(({ name }) => name === "GROSS_MARGIN"));
    assert.equal(found.reference.status, 200);
    assert.ok(found.reference.text.includes("Gross margin as a share of the selling price."));
  });

  it("of an operation answers over HTTP, and stands in OpenAPI", () => {
    assert.equal(found.openapi.paths["/v1/reorder/summary"]?.["post"]?.operationId, "planSummary");
    assert.equal(found.summary.to_order, 1);
    assert.match(found.summary.message, /^Order 1 item/);
  });

  it("of an exception is in the plan, its schema and the summary's kinds", () => {
    assert.deepEqual(
      found.plan.exceptions.filter(({ code }) => code === "no-supplier").map(({ message }) => message.slice(-38)),
      ["to order from nobody: name a supplier."],
    );
    assert.equal(found.plan.exceptions.length, found.summary.exceptions);
    assert.ok(found.openapi.components.schemas.PlanException.properties.code.enum.includes("no-supplier"));
    assert.equal(found.kinds["no-supplier"], "Orders without a supplier");
    assert.ok(found.sheet.includes("Orders without a supplier"));
  });
});
