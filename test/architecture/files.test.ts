import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { works } from "../../server/operations/index.ts";
import { root } from "../../server/paths.ts";
import { files, sources, textOf } from "./graph.ts";

/** Lines of a function at most. */
const MOST_LINES = 60;
/** The functions that are longer, each with its reason. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  "server/http/docs/guides/excel.ts: sections": "a guide is text",
  "server/http/docs/guides/first-reorder-sheet.ts: sections": "a guide is text",
  "server/http/docs/guides/forecasting.ts: sections": "a guide is text",
  "server/http/docs/guides/reading-why.ts: sections": "a guide is text",
};

/** Its own name, else that of the variable or property that holds it. */
function nameOf(node: ts.SignatureDeclaration): string {
  const { parent } = node;
  const holder = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined;
  return (node.name ?? holder)?.getText() ?? "(nameless)";
}

/** Names of the functions of a file that are longer than that. */
function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const lineOf = (place: number): number => source.getLineAndCharacterOfPosition(place).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && lineOf(node.end) - lineOf(node.getStart()) >= MOST_LINES) found.push(nameOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Files a folder holds at most, but for lists that have one file a thing. */
const MOST_FILES = 25;
const LISTS = [
  ["shared", "functions"],
  ["shared", "operations"],
  ["server", "operations"],
  ["shared", "tables", "fields"],
  // One file a benchmark, by whose name it is run.
  ["test", "bench"],
];

describe("the files of the house", () => {
  it("has one file a worksheet function, named like it", () => {
    const inFolder = readdirSync(path.join(root, "shared", "functions")).filter((name) => name.endsWith(".ts"));
    const others = new Set(["index.ts", "cell.ts", "cell.list.ts", "server.ts", "server.list.ts", "engines.ts"]);
    const defined = inFolder.filter((name) => !others.has(name));
    for (const name of defined) {
      const text = textOf(path.join("shared", "functions", name));
      assert.deepEqual(
        [...text.matchAll(/\bname: "([A-Z_]+)"/g)].map(([, n]) => `${n!.toLowerCase().replaceAll("_", "-")}.ts`),
        [name],
      );
    }
  });

  it("has one file an HTTP operation and one for its work, named like it", () => {
    const kebab = (id: string): string => `${id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
    for (const { operation } of works) {
      const name = kebab(operation.id);
      const text = textOf(path.join("shared", "operations", name));
      assert.deepEqual(
        [...text.matchAll(/\bid: "(\w+)",\n {2}kind/g)].map(([, id]) => id),
        [operation.id],
      );
      assert.match(textOf(path.join("server", "operations", name)), new RegExp(`export const ${operation.id}\\b`));
    }
    const defined = readdirSync(path.join(root, "shared", "operations")).filter(
      (name) => !/schema|^operation\./.test(name),
    );
    assert.deepEqual(defined.sort(), works.map(({ operation }) => kebab(operation.id)).sort());
  });

  it("has no function over 60 lines without a reason", () => {
    const long = files.flatMap((file) =>
      longFunctions(file).map((name) => `${file.split(path.sep).join("/")}: ${name}`),
    );
    assert.deepEqual(long.sort(), Object.keys(LONG_FUNCTIONS).sort());
  });

  it("has few files in a folder, but where one is a list with a file a thing", () => {
    const crowded = new Map<string, number>();
    for (const file of [...files, ...sources(["test"])])
      crowded.set(path.dirname(file), (crowded.get(path.dirname(file)) ?? 0) + 1);
    const apart = new Set(LISTS.map((parts) => path.join(...parts)));
    assert.deepEqual(
      [...crowded].filter(([folder, count]) => count > MOST_FILES && !apart.has(folder)),
      [],
    );
  });

  it("has small files", () => {
    // Lists of words are data: as long as the languages have words.
    const code = files.filter((file) => !file.includes("synonyms"));
    const sizes = code.map((file) => ({
      file,
      lines: textOf(file).split("\n").length,
    }));
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > 300),
      [],
    );
  });
});
