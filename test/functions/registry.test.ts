import assert from "node:assert/strict";
import { CATEGORIES } from "../../shared/define/define.ts";
import { evaluate, evaluateCell } from "../../shared/define/evaluate.ts";
import { functions } from "../../shared/functions/index.ts";
import { assertClose } from "../harness/close.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";

describe("every worksheet function", () => {
  for (const definition of functions) {
    const { name, parameters, examples } = definition;
    describe(name, () => {
      for (const example of examples)
        it(`answers its example: ${example.says}`, async () => {
          const outcome = await evaluate(definition, example.args, engines, noFaults);
          assert.ok("value" in outcome, JSON.stringify(outcome));
          if (typeof example.answer === "function")
            assert.ok(example.answer(outcome.value), `got ${JSON.stringify(outcome.value)}`);
          else assertClose(outcome.value, example.answer, example.tolerance ?? 1e-9, name);
        });

      it("answers every example twice with the same bits", async () => {
        for (const { args } of examples)
          assert.deepEqual(
            await evaluate(definition, args, engines, noFaults),
            await evaluate(definition, args, engines, noFaults),
          );
      });

      it("says in its definition all that the reference needs", () => {
        assert.ok(CATEGORIES.includes(definition.category));
        assert.match(definition.summary, /^[A-Z].{10,140}[.]$/);
        assert.ok(definition.source.length > 5 && definition.returns.length > 3);
        for (const [key, parameter] of Object.entries(parameters)) {
          assert.match(key, /^[a-z][a-z_]*$/, `${key} must be words`);
          assert.match(parameter.doc, /[.]$/, `${key}: its doc must be a sentence`);
          assert.ok(parameter.must.length > 5);
        }
      });

      it("says of every argument that may be left out what that means", () => {
        for (const [key, { optional, fallback, doc }] of Object.entries(parameters))
          if (optional && fallback === undefined) assert.match(doc, /\bleft out\b/i, key);
      });

      it("has its optional arguments last", () => {
        const optional = Object.values(parameters).map((p) => p.optional);
        assert.equal(optional.lastIndexOf(false) < (optional.indexOf(true) + 1 || Infinity), true);
      });

      it("answers the spill it declares", async () => {
        for (const { args } of examples) {
          const outcome = await evaluate(definition, args, engines, noFaults);
          assert.ok("value" in outcome && Array.isArray(outcome.value) === (definition.spills ?? false));
        }
      });

      it("names the parameter in the message for every argument that is text where none belongs", async () => {
        const [{ args }] = examples;
        for (const [i, [key, parameter]] of Object.entries(parameters).entries()) {
          const bad = parameter.shape === "range" && parameter.must === "a range" ? [1, 2] : "not this";
          const outcome = await evaluate(definition, Object.assign([...args], { [i]: bad }), engines, noFaults);
          assert.ok("error" in outcome && outcome.error.code === "#VALUE!", `${key} took ${JSON.stringify(bad)}`);
          assert.ok(outcome.error.message.startsWith(`${key}: `), outcome.error.message);
        }
      });

      it("refuses a missing argument, one too many, and a flat list for a range", async () => {
        const [{ args }] = examples;
        const none = await evaluate(definition, [], engines, noFaults);
        const required = Object.values(parameters).some((parameter) => !parameter.optional);
        if (required) assert.match("error" in none ? none.error.message : "", /: is missing; it must be /);
        const many = await evaluate(definition, [...Array<unknown>(30).fill(1)], engines, noFaults);
        assert.match("error" in many ? many.error.message : "", /takes at most \d+ arguments; got 30/);
        const ranges = Object.values(parameters).flatMap((p, i) => (p.shape === "range" ? [i] : []));
        for (const i of ranges) {
          const flat = await evaluate(definition, Object.assign([...args], { [i]: [1, 2, 3] }), engines, noFaults);
          assert.match("error" in flat ? flat.error.message : "", /flat list/);
        }
        const scalars = Object.values(parameters).flatMap((p, i) => (p.shape === "scalar" ? [i] : []));
        for (const i of scalars) {
          const range = await evaluate(definition, Object.assign([...args], { [i]: [[1], [2]] }), engines, noFaults);
          assert.match("error" in range ? range.error.message : "", /must be/);
        }
      });
    });
  }

  it("in the cell answers the same at once as on the server", async () => {
    for (const definition of functions) {
      if (definition.runs !== "cell") continue;
      for (const { args } of definition.examples)
        assert.deepEqual(evaluateCell(definition, args, noFaults), await evaluate(definition, args, engines, noFaults));
    }
  });
});
