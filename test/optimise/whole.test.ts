import assert from "node:assert/strict";
import { toWhole, wholeFactor } from "../../shared/optimise/whole.ts";

describe("whole numbers of decimal ones", () => {
  const cases: readonly (readonly [readonly number[], number])[] = [
    [[1, 20, 300], 1],
    [[0.225, 0.153, 0.162], 1000],
    [[(2.5 * 90) / 1000, 0.1 + 0.2], 1000],
    [[1e-12, 3], 1e12],
    [[0, 0], 1],
    [[-0.5, 2], 10],
  ];
  for (const [numbers, factor] of cases)
    it(`takes ${numbers.join(", ")} times ${factor}`, () => assert.equal(wholeFactor(numbers), factor));

  it("takes what is no decimal number by a power of two that keeps sums exact", () => {
    for (const numbers of [[1 / 3, 2], [Math.PI * 1e200, 1], [1e-250 / 3], [1e300, 1e300 / 7]]) {
      const factor = wholeFactor(numbers);
      assert.ok(Number.isInteger(Math.log2(factor)));
      const whole = toWhole(numbers, factor);
      assert.ok(whole.every(Number.isSafeInteger));
      whole.forEach((x, i) => assert.ok(Math.abs(x / factor - numbers[i]!) <= 1e-15 * Math.max(...numbers)));
    }
  });
});
