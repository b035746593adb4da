import assert from "node:assert/strict";
import fc from "fast-check";
import type { Forecast } from "../../../shared/demand/forecast/forecast.ts";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import { promotionEffect, type PromotionColumns } from "../../../shared/demand/causes/promotion-effect.ts";

const made = forecaster({ profile: QUICK });
const forecastOf = (history: readonly number[], season: number | undefined, promotions?: PromotionColumns): Forecast =>
  made(history, season, { promotions });

const LENGTH = 104;
const range = (length: number): number[] => Array.from({ length }, (_, t) => t);
/** A fixed sequence between -1 and 1 that looks like noise. */
const noise = (t: number): number => Math.sin(12.9898 * t + 78.233 * Math.sin(t));
/** Promoted in four weeks of two years, at discounts of 10% to 40%. */
const PAST = range(LENGTH).map((t) => ({ 30: 0.2, 31: 0.2, 60: 0.4, 95: 0.1 })[t] ?? 0);
const NONE = { ahead: [], given: [] };

function near(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance * expected, `${actual} is not within ${tolerance} of ${expected}`);
}

describe("promotions in a forecast", () => {
  const usual = range(LENGTH).map((t) => Math.round(60 * (1 + 0.2 * noise(t))));
  const sold = usual.map((x, t) => Math.round(x * (1 + 4 * PAST[t]!)));
  const columns: PromotionColumns = { past: PAST, ahead: [0, 0.3, 0, 0], given: [] };

  it("raise the promoted periods ahead by what past ones did at their discount, and no others", () => {
    const forecast = forecastOf(sold, 1, columns);
    const [first, second, third] = forecast.mean(3);
    near(second! / first!, 1 + 4 * 0.3, 0.12);
    near(third!, first!, 0.02);
    assert.equal(forecast.promoted!.learned, true);
    const without = forecastOf(sold, 1, { ...columns, ahead: [] });
    near(forecast.promoted!.added(0, 4), forecast.total(4).mean - without.total(4).mean, 1e-9);
    assert.equal(forecast.promoted!.added(0, 1), 0, "the promotion comes later");
    near(forecast.promoted!.added(0, 1.5), forecast.promoted!.added(0, 2) / 2, 1e-9);
  });

  it("leave the level as it is, even where the history ends with one", () => {
    const level = forecastOf(usual, 1).mean(1)[0]!;
    near(forecastOf(sold, 1, columns).mean(1)[0]!, level, 0.03);
    const ends = PAST.map((d, t) => (t >= LENGTH - 2 ? 0.4 : d));
    const sales = usual.map((x, t) => Math.round(x * (1 + 4 * ends[t]!)));
    near(forecastOf(sales, 1, { past: ends, ...NONE }).mean(1)[0]!, level, 0.05);
    assert.ok(forecastOf(sales, 1).mean(1)[0]! > 1.2 * level, "it would rise without knowing of the promotion");
  });

  it("do not pass for outliers: a tenfold week is what the next such promotion brings", () => {
    const past = range(LENGTH).map((t) => Number(t === 40 || t === 70));
    const sales = usual.map((x, t) => x * (past[t] ? 10 : 1));
    const forecast = forecastOf(sales, 1, { past, ahead: [1], given: [] });
    assert.ok(forecast.mean(1)[0]! > 8 * forecast.mean(2)[1]!);
  });

  it("are told from the season: a promotion in a peak gets no credit for the peak", () => {
    const wave = (t: number): number => 100 * (1 + 0.6 * Math.cos((2 * Math.PI * t) / 12));
    const past = range(72).map((t) => Number(t === 36));
    const sales = range(72).map((t) => Math.round(wave(t) * (1 + 0.5 * past[t]!)));
    const { factor } = promotionEffect(sales, 12, { past, ahead: [1], given: [] });
    near(factor(0), 1.5, 0.06);
  });

  it("are learned the more cautiously the less was sold, and the doubt widens the forecast", () => {
    const lift = (scale: number): number => {
      const past = PAST.map((d) => Number(d > 0));
      // The noise of counts; the promoted weeks themselves are as expected.
      const values = past.map((d, t) => scale * (1 + d) + (d ? 0 : 2 * Math.sqrt(scale) * noise(t)));
      return promotionEffect(values, 1, { past, ahead: [1], given: [] }).factor(0);
    };
    const lifts = [4, 20, 500].map(lift);
    assert.ok(1 < lifts[0]! && lifts[0]! + 0.05 < lifts[1]! && lifts[1]! + 0.02 < lifts[2]!, lifts.join());
    near(lifts[2]!, 2, 0.02);
    const forecast = forecastOf(sold, 1, columns);
    const [plain, promoted] = forecast.each(2);
    assert.ok(promoted!.sd / promoted!.mean >= plain!.sd / plain!.mean);
  });

  it("keep a slow mover's totals in whole numbers, with its rate without promotions", () => {
    const values = range(LENGTH).map((t) => (t % 5 === 0 ? 2 : PAST[t]! > 0 ? 9 : 0));
    const past = PAST.map((d) => Number(d > 0));
    const forecast = forecastOf(values, 1, { past, ahead: [0, 1], given: [] });
    assert.match(forecast.words, /slow mover/);
    const [first, second, third] = forecast.mean(3);
    assert.ok(second! > 2 * first! && third === first);
    near(first!, 0.4, 0.3);
    for (const p of [0.5, 0.9, 0.99]) assert.ok(Number.isInteger(forecast.total(2.5).quantile(p)));
    near(forecast.total(2).mean, first! + second!, 1e-6);
    near(forecast.each(2)[1]!.mean, second!, 1e-6);
  });

  it("take a given uplift as it is, with or without a past one", () => {
    const given = { past: PAST.map(() => 0), ahead: [], given: [0, 0.5] };
    const forecast = forecastOf(usual, 1, given);
    const [first, second] = forecast.mean(2);
    near(second! / first!, 1.5, 0.02);
    assert.equal(forecast.promoted!.learned, false);
  });

  it("teach nothing where demand is unknown, never was, or was never without one", () => {
    const gaps = sold.map((x, t) => (PAST[t]! > 0 ? NaN : x));
    assert.equal(forecastOf(gaps, 1, columns).promoted!.learned, false);
    assert.equal(forecastOf([0, 0, 0], 1, { past: [1, 0, 0], ahead: [1], given: [] }).mean(1)[0], 0);
    const always = forecastOf(usual, 1, { past: usual.map(() => 1), ahead: [1], given: [] });
    assert.equal(always.promoted!.learned, false);
    near(always.mean(1)[0]!, forecastOf(usual, 1).mean(1)[0]!, 1e-9);
  });

  it("raise demand a hundredfold at most, however faint those before were", () => {
    const forecast = forecastOf([0, 300, 190, 0, 0, 0, 20, 0], 1, {
      past: [0, 1e-130, 0, 0, 1e-140, 0, 0, 0],
      ahead: [1],
      given: [],
    });
    const { mean } = forecast.total(1);
    assert.ok(mean > 0 && mean <= 101 * 300, String(mean));
  });

  it("for any history and promotions give finite forecasts, never negative, a shorter one a prefix", () => {
    const cell = fc.oneof(fc.constant(0), fc.constant(NaN), fc.integer({ min: 0, max: 300 }));
    const strength = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
    const uplift = fc.oneof(fc.constant(0), fc.double({ min: -1, max: 3, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, strength), { maxLength: 60 }),
        fc.array(strength, { maxLength: 6 }),
        fc.array(uplift, { maxLength: 6 }),
        fc.constantFrom(undefined, 1, 12),
        (rows, ahead, given, season) => {
          const past = rows.map(([, d]) => d);
          const values = rows.map(([x]) => x);
          const forecast = forecastOf(values, season, { past, ahead, given });
          const mean = forecast.mean(8);
          assert.deepEqual(forecast.mean(4), mean.slice(0, 4));
          const total = forecast.total(3.5);
          const numbers = [...mean, total.mean, total.quantile(0.95), ...forecast.each(6).map((d) => d.quantile(0.9))];
          assert.ok(
            numbers.every((x) => Number.isFinite(x) && x >= 0),
            numbers.join(),
          );
          assert.ok(Number.isFinite(forecast.promoted?.added(0.25, 3.5) ?? 0));
        },
      ),
      { numRuns: 300 },
    );
  });
});
