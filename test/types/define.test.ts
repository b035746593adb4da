import assert from "node:assert/strict";
import { defineCell, defineServer, type CellFunction, type ServerFunction } from "../../shared/define/define.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { choice, number, optional, withDefault, type Parameters } from "../../shared/define/parameters.ts";

/** What a definition needs beside its parameters and its body. */
const documented = {
  name: "SCALED",
  category: "Stock",
  summary: "Scales.",
  returns: "A number.",
  source: "by definition",
  examples: [{ says: "one", args: [1], answer: 1, source: "by hand" }],
} as const;
const plain = { amount: number({ doc: "What is scaled." }) };

interface Scale {
  factor(): number;
}

const scaled = defineServer({
  ...documented,
  parameters: plain,
  compute: ({ amount }, { factor }: Scale) => amount * factor(),
});

const asFault = (fault: unknown): string => String(fault);

// The compiler is the test: each line under a mark must not compile, and the mark fails where it does.
describe("the language of definitions", () => {
  it("gives a body the types of its parameters", () => {
    const omitted = { amount: optional(plain.amount) };
    const filled = { amount: withDefault(plain.amount, 1) };
    const cells: CellFunction[] = [
      defineCell({ ...documented, parameters: plain, compute: ({ amount }) => 2 * amount }),
      // @ts-expect-error a number that may be left out may be undefined
      defineCell({ ...documented, parameters: omitted, compute: ({ amount }) => 2 * amount }),
      defineCell({ ...documented, parameters: filled, compute: ({ amount }) => 2 * amount }),
      // @ts-expect-error there is no parameter of that name
      defineCell({ ...documented, parameters: plain, compute: ({ quantity }) => quantity }),
    ];
    assert.equal(cells.length, 4);
  });

  it("knows each value of a choice", () => {
    const parameters = { way: choice(["up", "down"], { doc: "Which way." }) };
    defineCell({ ...documented, parameters, compute: ({ way }) => way === "up" });
    // @ts-expect-error no such value
    defineCell({ ...documented, parameters, compute: ({ way }) => way === "left" });
  });

  it("answers cells and nothing else", () => {
    // @ts-expect-error an object is no cell
    defineCell({ ...documented, parameters: plain, compute: ({ amount }) => ({ amount }) });
    // @ts-expect-error a closed formula answers at once
    defineCell({ ...documented, parameters: plain, compute: async ({ amount }) => Promise.resolve(amount) });
  });

  it("gives a body on the server the engines it names and no others", async () => {
    const known: ServerFunction<Parameters, Scale> = scaled;
    // @ts-expect-error a body that names no engine has none
    defineServer({ ...documented, parameters: plain, compute: ({ amount }, engines) => amount * engines.factor() });
    assert.deepEqual(await evaluate(known, [3], { factor: () => 2 }, asFault), { value: 6 });
    // @ts-expect-error the engine is missing
    assert.ok("error" in (await evaluate(known, [3], {}, asFault)));
  });

  it("needs no engines of who only reads a definition", () => {
    const read: ServerFunction = scaled;
    // @ts-expect-error who does not know the engines cannot run it
    assert.throws(() => read.compute({ amount: 1 }, {}));
  });
});
