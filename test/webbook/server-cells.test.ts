import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { Position, ServerCells } from "../../addin/webbook/lotwise-functions/server-cells.ts";
import type { Outcome } from "../../shared/define/cells.ts";
import { functionsMetadata } from "../../shared/define/metadata.ts";
import { functions } from "../../shared/functions/index.ts";
import { BUSY } from "../../addin/webbook/lotwise-functions/busy.ts";
import { createServerCells } from "../../addin/webbook/lotwise-functions/server-cells.ts";
import { library, messageAt, modelOf, position, spillAt, type, valueAt } from "./grid.ts";

interface Asked {
  readonly name: string;
  readonly args: readonly unknown[];
  answer(outcome: Outcome): void;
}

describe("browser workbook: functions", () => {
  let asked: Asked[] = [];
  let evaluated: Position[][] = [];
  let model: ReturnType<typeof modelOf>;
  let server: ServerCells;

  before(async () => {
    const { registerFunctions } = await import("../../addin/webbook/lotwise-functions/register.ts");
    server = createServerCells(
      {
        call(name, args) {
          const outcome = new Promise<Outcome>((answer) => asked.push({ name, args, answer }));
          return { outcome, cancel: () => undefined };
        },
      },
      {
        evaluate(cells) {
          evaluated.push([...cells]);
          model.dispatch("EVALUATE_CELLS", { cellIds: cells.map((cell) => model.getters.getCell(cell)!.id) });
        },
      },
    );
    registerFunctions(functionsMetadata(functions, { base: "" }).functions, server);
  });

  beforeEach(() => {
    [asked, evaluated] = [[], []];
  });

  /** Waits until the answers given are in the cells; on a busy machine that may take a while. */
  async function answered(): Promise<void> {
    const before = evaluated.length;
    for (let tries = 0; tries < 200 && evaluated.length === before; tries++) await pause(5);
    await pause(5);
  }

  it("computes closed formulas at once, by name, with blanks and omitted arguments", () => {
    model = modelOf({
      A1: "10000",
      A2: "50",
      A3: "2",
      B1: "=EOQ(A1,A2,A3)",
      B2: "=EOQ(A1,,A3)",
      B3: "=PACK_ROUND(A2,,12)",
    });
    assert.equal(valueAt(model, "B1"), Math.sqrt((2 * 10_000 * 50) / 2));
    assert.equal(valueAt(model, "B3"), 60);
    assert.deepEqual(asked, []);
  });

  it("says on the cell what is wrong with an argument", () => {
    model = modelOf({ A1: "=EOQ(1000,-1,2)", A2: '=EOQ("many",1,2)' });
    assert.equal(valueAt(model, "A1"), "#VALUE!");
    assert.match(messageAt(model, "A1"), /^order_cost: must be/);
    assert.match(messageAt(model, "A2"), /^demand: must be a number; got "many"/);
  });

  it("sends ranges as rows, blanks as null and no arguments left out at the end", () => {
    model = modelOf({ A1: "1", B1: "2", A2: "3", B2: "", A3: "x", D1: "=ALLOCATE(A1:A2,A1:B1,A1:B3,)" });
    assert.deepEqual(asked[0]!.args, [
      [[1], [3]],
      [[1, 2]],
      [
        [1, 2],
        [3, null],
        ["x", null],
      ],
    ]);
  });

  it("shows that a cell waits, then fills all cells of one request in one evaluation", async () => {
    const rows = Array.from({ length: 50 }, (_, i) => [`A${i + 1}`, `=REORDER({1;2;${i}},1,2)`]);
    model = modelOf(Object.fromEntries(rows));
    assert.equal(valueAt(model, "A1"), BUSY);
    assert.equal(asked.length, 50);
    asked.forEach(({ answer }, i) => answer({ value: i }));
    await answered();
    assert.equal(evaluated.length, 1);
    assert.equal(evaluated[0]!.length, 50);
    assert.deepEqual([valueAt(model, "A1"), valueAt(model, "A50")], [0, 49]);
    assert.equal(asked.length, 50);
  });

  it("spills an answer of several cells and waits with what depends on it", async () => {
    model = modelOf({
      A1: "5",
      A2: "6",
      A3: "7",
      A4: "8",
      B1: "=FORECAST_ETS(A1:A4,2,1,0.9)",
      F1: "=SUM(B1:D2)",
      G1: "=EOQ(B1,1,1)",
    });
    assert.deepEqual([valueAt(model, "F1"), valueAt(model, "G1")], [BUSY, BUSY]);
    asked[0]!.answer({
      value: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    });
    await answered();
    assert.deepEqual(spillAt(model, "B1"), [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.equal(valueAt(model, "F1"), 21);
    assert.equal(valueAt(model, "G1"), Math.SQRT2);
  });

  it("asks again for what an edit changed, and for nothing else", async () => {
    model = modelOf({ A1: "1", A2: "2", B1: "=REORDER({9;9},1,A1)", B2: "=REORDER({9;9},1,A2)", C1: "=B1+B2" });
    asked.forEach(({ answer }, i) => answer({ value: i + 1 }));
    await answered();
    assert.equal(valueAt(model, "C1"), 3);
    asked = [];
    type(model, "A1", "7");
    assert.deepEqual(
      asked.map(({ args }) => args[2]),
      [7],
    );
    assert.deepEqual([valueAt(model, "B1"), valueAt(model, "B2")], [BUSY, 2]);
    asked[0]!.answer({ value: 10 });
    await answered();
    assert.equal(valueAt(model, "C1"), 12);
  });

  it("keeps a failure until it is asked to try again", async () => {
    model = modelOf({ A1: "=REORDER({4;4},1,2)" });
    asked[0]!.answer({ error: { code: "#N/A", message: "the server does not answer" } });
    await answered();
    assert.equal(valueAt(model, "A1"), "#N/A");
    assert.equal(messageAt(model, "A1"), "the server does not answer");
    model.dispatch("EVALUATE_CELLS", {});
    assert.equal(asked.length, 1);
    assert.ok(server.forgetFailures());
    model.dispatch("EVALUATE_CELLS", {});
    assert.equal(asked.length, 2);
    asked[1]!.answer({ value: 6 });
    await answered();
    assert.equal(valueAt(model, "A1"), 6);
  });

  it("does not send a range that still waits", () => {
    model = modelOf({ A1: "=REORDER({3;3},1,2)", A2: "4", B1: "=FORECAST_ETS(A1:A2,1)" });
    assert.deepEqual(
      asked.map(({ name }) => name),
      ["REORDER"],
    );
    assert.equal(valueAt(model, "B1"), BUSY);
  });

  it("explains every function and argument to who types it", () => {
    for (const { name, parameters } of functions) {
      const known = library.registries.functionRegistry.get(name);
      assert.deepEqual(
        known.args.map((argument) => argument.name),
        Object.keys(parameters),
        name,
      );
      assert.ok(known.description.length > 10 && known.args.every(({ description }) => description.length > 5), name);
    }
    assert.ok(position("A1"));
  });
});
