import assert from "node:assert/strict";
import { idOf, type CellFunction } from "../../shared/define/define.ts";
import { cellFunctions } from "../../shared/functions/cell.ts";
import { CustomFunctionsError, loadBundle, type Implementation } from "../harness/excel/bundle.ts";
import { fakeClock } from "../harness/fake-clock.ts";
import { startServer, type RunningServer } from "../harness/server.ts";
import { builtAddin } from "./built.ts";

/** The examples of a function, and each of them with one argument at a time doubled, blank, negative or text. */
function argumentLists({ examples }: CellFunction): unknown[][] {
  const changes = [
    (x: unknown) => (typeof x === "number" ? 2 * x + 0.1 : x),
    () => null,
    () => -3,
    () => 1e300,
    () => "text",
  ];
  return examples.flatMap(({ args }) => [
    [...args],
    ...args.flatMap((_, i) => changes.map((change) => args.map((x, j) => (i === j ? change(x) : x)))),
  ]);
}

/** What Excel shows: a code with its message, or the value; #NUM! carries no message to a cell. */
function inExcel(implementation: Implementation, args: readonly unknown[]): unknown {
  try {
    return { value: implementation(...args, { onCanceled: undefined }) };
  } catch (error) {
    assert.ok(error instanceof CustomFunctionsError, String(error));
    return { error: error.message ? { code: error.code, message: error.message } : { code: error.code } };
  }
}

describe("a closed formula answers the same bits in the shipped bundle and over HTTP", () => {
  let server: RunningServer;
  let implementations: ReadonlyMap<string, Implementation>;
  before(async function () {
    this.timeout(60_000);
    server = await startServer();
    const fetch = (): Promise<never> => Promise.reject(new Error("a closed formula needs no server"));
    ({ implementations } = loadBundle({
      folder: await builtAddin(),
      origin: "https://localhost",
      fetch,
      clock: fakeClock(),
      // One that takes plain numbers alone: formats come on top of the same numbers.
      runtime: 3,
    }));
  });
  after(() => server.close());

  for (const definition of cellFunctions)
    it(definition.name, async () => {
      const lists = argumentLists(definition);
      const implementation = implementations.get(idOf(definition.name))!;
      const results = await server.compute(lists.map((args) => ({ function: definition.name, args })));
      const count = Object.keys(definition.parameters).length;
      lists.forEach((args, i) => {
        const padded = [...args, ...Array<null>(count - args.length).fill(null)];
        // What came out of the bundle's own world has other prototypes; JSON makes both plain.
        const cell = JSON.parse(JSON.stringify(inExcel(implementation, padded))) as unknown;
        const { error, ...rest } = results[i]!;
        const shown = error?.code === "#NUM!" ? { error: { code: "#NUM!" } } : error ? { error } : rest;
        const spilled =
          definition.spills && "value" in shown && !Array.isArray(shown.value) ? { value: [[shown.value]] } : shown;
        assert.deepEqual(cell, spilled, JSON.stringify(args));
      });
    });
});
