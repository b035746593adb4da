import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { works } from "../server/operations/index.ts";
import { root } from "../server/paths.ts";

const sourcesIn = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => path.join(folder, name)),
  );

const files = sourcesIn("addin", "server", "shared");

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** The code that a file holds in template strings, such as the entry of a build. */
function codeInTemplates(text: string): string[] {
  if (!/`[^`]*\b(from|import) ?\(?"/.test(text)) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      found.push(node.getText().slice(1, -1));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("any.tsx", text, ts.ScriptTarget.Latest, true));
  return found;
}

const importedBy = (code: string): string[] =>
  ts.preProcessFile(code, true, true).importedFiles.map((to) => to.fileName);

const known = new Map<string, string[]>();

/** Every file and package a file imports, statically, dynamically, for its types or in code that it hands to a build. */
function importsOf(file: string): string[] {
  const found = known.get(file) ?? readImports(file);
  known.set(file, found);
  return found;
}

function readImports(file: string): string[] {
  const text = textOf(file);
  const resolved = (names: string[], from: string): string[] =>
    names.map((name) => (name.startsWith(".") ? path.join(from, name) : name));
  return [
    ...resolved(importedBy(text), path.dirname(file)),
    // A build resolves what it is handed from the root.
    ...codeInTemplates(text).flatMap((code) => resolved(importedBy(code), ".")),
  ];
}

const [topOf, roomOf] = [0, 1].map(
  (depth) =>
    (file: string): string =>
      file.split(path.sep)[depth] ?? "",
) as [(file: string) => string, (file: string) => string];

/** The rooms of shared/ from the ground up: a room uses only those on floors below its own. */
const LAYERS: readonly (readonly string[])[] = [
  ["numeric", "calendar", "words"],
  ["define", "optimise"],
  ["demand"],
  ["inventory"],
  ["purchasing"],
  ["tables"],
  ["sheets", "demo", "template"],
  ["functions"],
  ["operations"],
];

/** The rooms of shared/demand in the same way. */
const DEMAND: readonly (readonly string[])[] = [
  ["history"],
  ["models"],
  ["causes"],
  ["slow"],
  ["networks"],
  ["origins"],
  ["forecast"],
  ["backtest", "hierarchy"],
];

/** The rooms of shared/purchasing in the same way. */
const PURCHASING: readonly (readonly string[])[] = [
  ["terms"],
  ["facts"],
  ["decide"],
  ["joint"],
  ["locations"],
  ["exceptions"],
  ["plan"],
  ["cycle"],
  ["replay"],
];

/** The rooms of the task pane in the same way; `icons` is a package of its own. */
const PANE: readonly (readonly string[])[] = [
  ["view"],
  ["work"],
  ["server", "settings"],
  ["reader"],
  ["reading"],
  ["start", "replay", "networks", "functions"],
  ["reorder"],
  ["item"],
  ["shell"],
  ["excel"],
];

const floorIn = (layers: readonly (readonly string[])[], room: string): number =>
  layers.findIndex((rooms) => rooms.includes(room));

/** Imports of `inside`, from one room to another, that do not go down. */
const arrowsUp = (
  layers: readonly (readonly string[])[],
  inside: (file: string) => boolean,
  room: (file: string) => string,
): string[] =>
  files.filter(inside).flatMap((file) =>
    importsOf(file)
      .filter((to) => inside(to) && room(to) !== room(file))
      .filter((to) => floorIn(layers, room(to)) >= floorIn(layers, room(file)))
      .map((to) => `${file} -> ${to}`),
  );

/** Rooms of shared that have rooms of their own. */
const ROOMS: Readonly<Record<string, readonly (readonly string[])[]>> = { demand: DEMAND, purchasing: PURCHASING };

/** A file's room in full, and the floors that it is on: of shared, and of its room where that has some. */
function placeOf(file: string): { readonly room: string; readonly floors: readonly number[] } {
  const [, room = "", inner = ""] = file.split(path.sep);
  const layers = ROOMS[room];
  return layers === undefined
    ? { room, floors: [floorIn(LAYERS, room)] }
    : { room: `${room}/${inner}`, floors: [floorIn(LAYERS, room), floorIn(layers, inner)] };
}

/** Whether the way from one file to another stays in its room or leads down. */
function leadsDown(from: string, to: string): boolean {
  const [a, b] = [placeOf(from), placeOf(to)];
  if (a.room === b.room) return true;
  return b.floors[0] === a.floors[0] ? (b.floors[1] ?? 0) < (a.floors[1] ?? 0) : b.floors[0]! < a.floors[0]!;
}

/** Every way from a file to one that it imports, on the walk that begins at `start`; within shared. */
function walkFrom(start: string): { readonly from: string; readonly to: string }[] {
  const seen = new Set([start]);
  const ways: { from: string; to: string }[] = [];
  for (const from of seen)
    for (const to of importsOf(from).filter((file) => topOf(file) === "shared")) {
      ways.push({ from, to });
      seen.add(to);
    }
  return ways;
}

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

describe("the house", () => {
  it("has its arrows one way: addin -> shared <- server", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => {
          const [from, target] = [topOf(file), topOf(to)];
          if (from === "shared") return ["addin", "server"].includes(target);
          if (from === "addin") return target === "server";
          return from === "server" && target === "addin";
        })
        .map((to) => `${file} -> ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("keeps shared free of Node, Express, Office and the DOM", () => {
    const ALLOWED = new Set(["zod"]);
    const wrong = files
      .filter((file) => topOf(file) === "shared")
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => topOf(to) !== "shared" && !ALLOWED.has(to))
          .map((to) => `${file} -> ${to}`),
      );
    assert.deepEqual(wrong, []);
    const impure = files.filter(
      (file) =>
        topOf(file) === "shared" &&
        /\b(Math\.random|Date\.now|process\.[a-z]|document\.[a-z]|window\.(location|document|navigator|addEventListener))/.test(
          textOf(file),
        ),
    );
    assert.deepEqual(impure, []);
  });

  it("has the rooms of shared one above the other, with no arrow up", () => {
    assert.deepEqual(
      readdirSync(path.join(root, "shared"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && floorIn(LAYERS, entry.name) === -1)
        .map(({ name }) => name),
      [],
      "every room stands on a floor",
    );
    assert.deepEqual(
      arrowsUp(LAYERS, (file) => topOf(file) === "shared", roomOf),
      [],
    );
  });

  for (const [name, layers] of Object.entries(ROOMS))
    it(`has the rooms of shared/${name} one above the other, with no arrow up`, () => {
      const inside = (file: string): boolean => file.startsWith(path.join("shared", name) + path.sep);
      const room = (file: string): string => file.split(path.sep)[2]!;
      const homeless = files.filter(inside).filter((file) => floorIn(layers, room(file)) === -1);
      assert.deepEqual(homeless, [], "every file stands in a room, every room on a floor");
      assert.ok(files.some(inside));
      assert.deepEqual(arrowsUp(layers, inside, room), []);
    });

  it("has the rooms of the task pane one above the other, with no arrow up", () => {
    const pane = path.join("addin", "taskpane");
    const inRoom = (file: string): boolean =>
      file.startsWith(pane + path.sep) && file.split(path.sep).length > 3 && file.split(path.sep)[2] !== "icons";
    const room = (file: string): string => file.split(path.sep)[2]!;
    assert.deepEqual([...new Set(files.filter(inRoom).map(room))].sort(), PANE.flat().sort());
    assert.deepEqual(arrowsUp(PANE, inRoom, room), []);
  });

  for (const [what, start, through] of [
    ["REORDER's history", ["functions", "reorder.ts"], ["demand/forecast", "demand/models", "purchasing/decide"]],
    ["a plan's item", ["purchasing", "plan", "plan-item.ts"], ["purchasing/facts", "purchasing/decide", "inventory"]],
    ["a replay's item", ["purchasing", "replay", "replay-item.ts"], ["purchasing/decide", "demand/forecast"]],
  ] as const)
    it(`has no climb on the walk of ${what}: from floor to floor it leads down`, () => {
      const ways = walkFrom(path.join("shared", ...start));
      const rooms = new Set(ways.map(({ to }) => placeOf(to).room));
      assert.deepEqual(
        through.filter((room) => !rooms.has(room)),
        [],
        "the walk goes through them",
      );
      assert.deepEqual(
        ways.filter(({ from, to }) => !leadsDown(from, to)),
        [],
      );
    });

  it("knows a climb", () => {
    const inShared = (...parts: string[]): string => path.join("shared", ...parts);
    const decide = inShared("purchasing", "decide", "decide.ts");
    assert.ok(leadsDown(decide, inShared("purchasing", "facts", "item-facts.ts")));
    assert.ok(leadsDown(decide, inShared("demand", "backtest", "any.ts")));
    assert.ok(!leadsDown(decide, inShared("purchasing", "plan", "why.ts")));
    assert.ok(!leadsDown(decide, inShared("tables", "sheet.ts")));
    assert.ok(!leadsDown(inShared("demand", "causes", "any.ts"), inShared("demand", "slow", "any.ts")));
  });

  it("finds imports however they are written", () => {
    const code = [
      'import "./a.ts";',
      'import type { B } from "./b.ts";',
      'export { c } from "./c.ts";',
      'const d = await import("./d.ts"); type E = import("./e.ts").E;',
    ].join("\n");
    assert.deepEqual(importedBy(code), ["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts"]);
    const build = 'const ENTRY = `import { f } from "./server/f.ts";\nexport const g = f(${1});`;';
    assert.deepEqual(codeInTemplates(build).flatMap(importedBy), ["./server/f.ts"]);
    assert.ok(
      importsOf(path.join("server", "tools", "build-addin.mjs")).includes(
        path.join("shared", "define", "catalogue.ts"),
      ),
    );
  });

  it("has one file a worksheet function, named like it", () => {
    const inFolder = readdirSync(path.join(root, "shared", "functions")).filter((name) => name.endsWith(".ts"));
    const others = new Set(["index.ts", "cell.ts", "cell.list.ts", "server.ts", "server.list.ts", "engines.ts"]);
    const defined = inFolder.filter((name) => !others.has(name));
    for (const name of defined) {
      const text = readFileSync(path.join(root, "shared", "functions", name), "utf8");
      assert.deepEqual(
        [...text.matchAll(/\bname: "([A-Z_]+)"/g)].map(([, n]) => `${n!.toLowerCase().replaceAll("_", "-")}.ts`),
        [name],
      );
    }
  });

  it("has no function over 60 lines without a reason", () => {
    const long = files.flatMap((file) =>
      longFunctions(file).map((name) => `${file.split(path.sep).join("/")}: ${name}`),
    );
    assert.deepEqual(long.sort(), Object.keys(LONG_FUNCTIONS).sort());
  });

  it("has zod only where schemas are: request.ts and *schema*.ts, from purchasing up", () => {
    const wrong = files.filter(
      (file) =>
        topOf(file) === "shared" &&
        importsOf(file).includes("zod") &&
        !(
          floorIn(LAYERS, roomOf(file)) >= floorIn(LAYERS, "purchasing") &&
          /^(request|.*schema.*)\.ts$/.test(path.basename(file))
        ) &&
        // Its types alone.
        !/import type \{ z \} from "zod"/.test(textOf(file)),
    );
    assert.deepEqual(wrong, []);
    assert.ok(files.some((file) => topOf(file) === "shared" && importsOf(file).includes("zod")));
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

  it("has few files in a folder, but where one is a list with a file a thing", () => {
    const crowded = new Map<string, number>();
    for (const file of [...files, ...sourcesIn("test")])
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
