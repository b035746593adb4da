import assert from "node:assert/strict";
import { goldenSection } from "../../shared/numeric/golden-section.ts";
import { nelderMead } from "../../shared/numeric/nelder-mead.ts";

describe("minimisers", () => {
  it("golden section finds the bottom of a valley, also at an edge", () => {
    assert.ok(Math.abs(goldenSection((x) => (x - 0.3) ** 2, 0, 1, 1e-6) - 0.3) < 1e-6);
    assert.ok(goldenSection((x) => x, 0, 1, 1e-6) < 1e-6);
  });

  it("Nelder and Mead find the bottom of Rosenbrock's valley", () => {
    const rosenbrock = ([x, y]: readonly number[]): number => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2;
    const { point, value, evaluations } = nelderMead(rosenbrock, [-1.2, 1], {
      steps: [0.5, 0.5],
      tolerance: 1e-12,
      evaluations: 500,
    });
    assert.ok(value < 1e-10 && Math.abs(point[0]! - 1) < 1e-4 && evaluations < 500);
  });

  it("keep inside a domain whose outside is infinite or not a number", () => {
    const { point } = nelderMead(([x]) => (x! < 1 ? (x! < 0 ? NaN : Infinity) : x!), [3], {
      steps: [1],
      tolerance: 1e-9,
      evaluations: 200,
    });
    assert.ok(Math.abs(point[0]! - 1) < 1e-6);
  });
});
