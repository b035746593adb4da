import assert from "node:assert/strict";
import fc from "fast-check";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import type { Fitted } from "../../../shared/demand/models/model.ts";
import { fitSimpleSmoothing } from "../../../shared/demand/models/simple-smoothing.ts";
import { spreadOf } from "../../../shared/demand/models/spread.ts";

const forecastOf = forecaster({ profile: QUICK });

const near = (a: number, b: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b)), `${a}, ${b}`);

/** A random walk of variance 1: every error moves all that follows by as much. */
const walk: Fitted = {
  name: "walk",
  predict: (horizon) => new Array<number>(horizon).fill(10),
  response: (horizon) => new Array<number>(horizon).fill(1),
  errors: Array.from({ length: 200 }, (_, t) => (t % 2 ? 1 : -1)),
  relative: false,
  parameters: 0,
} as Fitted;

describe("the demand of a time that starts later", () => {
  it("errs by what strikes it and by what struck the periods before (by hand)", () => {
    const { totalVariance } = spreadOf(walk);
    // Errors of periods 1 and 2 move both periods of the total, that of period 3 one: 4 + 4 + 1.
    near(totalVariance(3, 1), 9);
    near(totalVariance(2), 5);
    near(totalVariance(2, 1), 2);
    // Half of period 1 and half of 2, which have variances 1 and 2 and a covariance of 1.
    near(totalVariance(1.5, 0.5), 0.5 * 1 + 0.5 * 2 + 2 * 0.25 * 1);
    near(totalVariance(0.5), 0.5);
  });

  it("is at least as uncertain as one as long that starts now, where the level stays", () => {
    const histories = fc.array(fc.integer({ min: 40, max: 160 }), { minLength: 12, maxLength: 60 });
    const quarter = fc.integer({ min: 0, max: 40 }).map((x) => x / 4);
    fc.assert(
      fc.property(histories, quarter, quarter, (history, from, length) => {
        const { totalVariance } = spreadOf(fitSimpleSmoothing({ values: history, season: 1 }));
        assert.ok(totalVariance(from + length, from) >= totalVariance(length) * (1 - 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it("adds up in the mean, for any demand, from any part of a period on", () => {
    const value = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }), fc.constant(NaN));
    const position = fc.double({ min: 0, max: 20, noNaN: true });
    const histories = fc.array(value, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(histories, fc.array(position, { minLength: 3, maxLength: 3 }), (history, places) => {
        const [a, b, c] = places.sort((x, y) => x - y) as [number, number, number];
        const { between, total } = forecastOf(history, 12);
        near(between(a, b).mean + between(b, c).mean, between(a, c).mean, 1e-6);
        near(between(0, c).mean, total(c).mean);
        assert.ok(between(a, c).sd >= 0 && Number.isFinite(between(a, c).quantile(0.95)));
      }),
      { numRuns: 60 },
    );
  });
});
