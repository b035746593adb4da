import assert from "node:assert/strict";
import fc from "fast-check";
import type { Figure } from "../main.ts";
import { compare, passes } from "./compare.ts";

const figure = (ratio: number, unit = "MASE", better?: Figure["better"]): Figure => ({
  name: "a figure",
  value: ratio,
  unit,
  peer: 1,
  ratio,
  ...(better && { better }),
});

const saysOf = (now: Figure, kept: Figure): string => compare([now], [kept])[0]!.says;

describe("the comparison of figures with those kept", () => {
  it("lets a score move by a hundredth and a time by a quarter", () => {
    assert.equal(saysOf(figure(0.909), figure(0.9)), "same");
    assert.equal(saysOf(figure(0.91), figure(0.9)), "worse");
    assert.equal(saysOf(figure(0.89), figure(0.9)), "better");
    for (const unit of ["ms", "s", "s CPU", "ms/item"]) {
      assert.equal(saysOf(figure(0.6, unit), figure(0.5, unit)), "same", unit);
      assert.equal(saysOf(figure(0.65, unit), figure(0.5, unit)), "worse", unit);
    }
  });

  it("knows which way is better", () => {
    assert.equal(saysOf(figure(0.3, "1/s", "higher"), figure(0.5, "1/s", "higher")), "worse");
    assert.equal(saysOf(figure(0.9, "1/s", "higher"), figure(0.5, "1/s", "higher")), "better");
    assert.equal(saysOf(figure(0.9, "share", "peer"), figure(0.99, "share", "peer")), "worse");
    assert.equal(saysOf(figure(1.1, "share", "peer"), figure(0.99, "share", "peer")), "worse");
    assert.equal(saysOf(figure(0.98, "share", "peer"), figure(1.1, "share", "peer")), "better");
  });

  it("judges what is a ratio by itself, and no figure that has no peer", () => {
    const plain: Figure = { name: "over the optimum", value: 1.1, unit: "ratio" };
    assert.equal(saysOf({ ...plain, value: 1.2 }, plain), "worse");
    assert.deepEqual(compare([{ name: "time", value: 9, unit: "ms" }], [{ name: "time", value: 1, unit: "ms" }]), []);
  });

  it("passes nothing that is worse, gone or no number", () => {
    const kept = [figure(0.9)];
    assert.ok(passes(compare([figure(0.8)], kept)));
    assert.ok(passes(compare([...kept, { ...figure(2), name: "another" }], kept)));
    assert.ok(!passes(compare([], kept)));
    assert.ok(!passes(compare([figure(NaN)], kept)));
  });

  it("never calls a figure worse than itself, nor two worse than each other", () => {
    const any = fc.record({
      ratio: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      unit: fc.constantFrom("ms", "MASE", "1/s"),
      better: fc.constantFrom("lower", "higher", "peer" as const),
    });
    fc.assert(
      fc.property(any, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), ({ ratio, unit, better }, other) => {
        const [a, b] = [
          figure(ratio, unit, better as Figure["better"]),
          figure(other, unit, better as Figure["better"]),
        ];
        assert.equal(saysOf(a, a), "same");
        assert.ok(!(saysOf(a, b) === "worse" && saysOf(b, a) === "worse"));
      }),
    );
  });
});
