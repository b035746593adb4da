import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../../server/paths.ts";
import { arrowsUp, floorIn, LAYERS, leadsDown, PANE, placeOf, roomOf, ROOMS, topOf, walkFrom } from "./floors.ts";
import { files, importsOf, textOf } from "./graph.ts";

describe("the rooms of the house", () => {
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
});
