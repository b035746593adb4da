import assert from "node:assert/strict";
import fc from "fast-check";
import golden from "../../golden/intermittent.json" with { type: "json" };
import { fitAdida, fitImapa } from "../../../shared/demand/slow/aggregation.ts";
import { busyPeriods } from "../../../shared/demand/slow/beta-binomial.ts";
import { classicTotal } from "../../../shared/demand/slow/classic-total.ts";
import { compoundTotal } from "../../../shared/demand/slow/compound.ts";
import { fitCroston, fitSba } from "../../../shared/demand/slow/croston.ts";
import { forecastIntermittent, INTERMITTENT_METHODS } from "../../../shared/demand/forecast/intermittent.ts";
import { estimateIncidence } from "../../../shared/demand/slow/incidence.ts";
import { demandIntervals } from "../../../shared/demand/slow/parts.ts";
import { estimateSizes } from "../../../shared/demand/slow/sizes.ts";
import { fitSlowDemand, leadTimeTotal } from "../../../shared/demand/networks/slow/slow-demand.ts";
import { fitTsb } from "../../../shared/demand/slow/tsb.ts";
import { tsbPath } from "../../../shared/demand/slow/tsb-path.ts";
import { fft } from "../../../shared/numeric/fft.ts";
import type { Fit } from "../../../shared/demand/models/model.ts";

const near = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

const rateOf = (fit: Fit, values: readonly number[]): number => fit({ values, season: 1 }).predict(1)[0]!;

const CLASSICS: Readonly<Record<string, Fit>> = {
  Croston: fitCroston,
  SBA: fitSba,
  TSB: fitTsb,
  ADIDA: fitAdida,
  IMAPA: fitImapa,
};

/** Uniform noise in (0, 1) from a fixed sequence. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const histories = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 300 })), {
  minLength: 1,
  maxLength: 90,
});

describe("the classics for intermittent demand", () => {
  for (const { series, values, rates } of golden.cases) {
    it(`agree with statsforecast: ${series}`, () => {
      for (const [name, expected] of Object.entries(rates)) {
        // One demand leaves the smoothing of the blocks free: squared errors have two valleys.
        if (series === "one demand" && name === "IMAPA") continue;
        const rate = name === "TSB" ? tsbPath(values, golden.tsb).at(-1)! : rateOf(CLASSICS[name]!, values);
        near(rate, expected, golden.tolerance);
      }
    });
  }

  it("TSB falls in silence, Croston does not", () => {
    const values = [0, 2, 0, 0, 3, 0, 1, 0, 0, 2, 0, 2, 0, 0];
    const silent = [...values, ...new Array<number>(12).fill(0)];
    near(rateOf(fitCroston, silent), rateOf(fitCroston, values));
    assert.ok(rateOf(fitTsb, silent) < 0.8 * rateOf(fitTsb, values));
  });

  it("a constant stays itself, zeros stay zeros", () => {
    for (const [name, fit] of Object.entries(CLASSICS)) {
      const factor = name === "SBA" ? 0.95 : 1;
      near(rateOf(fit, new Array<number>(20).fill(7)), 7 * factor);
      assert.equal(rateOf(fit, [0, 0, 0]), 0);
    }
  });

  it("errors are one-step errors: of the periods after the first, against what was forecast before each", () => {
    const values = [0, 4, 0, 0, 0, 4];
    const { errors } = fitCroston({ values, season: 1 });
    assert.deepEqual(errors, [2, -2, -2, -2, 2]);
    const total = classicTotal(fitCroston({ values, season: 1 }), 3, true);
    near(total.sd, Math.sqrt(3 * 4));
  });

  it("intervals count from the start of the history", () => {
    assert.deepEqual(demandIntervals([0, 0, 5, 1, 0, 2, 0]), [3, 1, 2]);
  });
});

describe("beta-binomial periods with demand", () => {
  it("sum to one, with the right mean, whole or fractional", () => {
    for (const periods of [0, 0.25, 1, 3, 7.5, 200]) {
      const weights = busyPeriods(periods, { probability: 0.3, concentration: 4 });
      near(
        weights.reduce((a, b) => a + b, 0),
        1,
      );
      near(
        weights.reduce((a, w, k) => a + w * k, 0),
        0.3 * periods,
      );
    }
  });

  it("one period is a coin; a sure probability is binomial", () => {
    near(busyPeriods(1, { probability: 0.3, concentration: 4 })[1]!, 0.3);
    near(busyPeriods(4, { probability: 0.3, concentration: 1e9 })[2]!, 6 * 0.3 ** 2 * 0.7 ** 2, 1e-6);
  });
});

describe("the compound total", () => {
  const values = [0, 0, 3, 0, 1, 0, 0, 0, 2, 0, 0, 5, 0, 0, 1, 0];
  const incidence = estimateIncidence(values);
  const sizes = estimateSizes(values);

  it("is what simulation of its own definition gives", () => {
    const next = uniform(11);
    const drawSize = (): number => {
      if (next() < sizes.smoothShare) {
        let size = 1;
        while (next() > 1 / sizes.smoothMean) size += 1;
        return size;
      }
      let u = next();
      for (const { size, weight } of sizes.seen) if ((u -= weight) <= 0) return size;
      return sizes.seen.at(-1)!.size;
    };
    const counts = busyPeriods(6, incidence);
    const runs = 40_000;
    const totals = Array.from({ length: runs }, () => {
      let u = next();
      const busy = counts.findIndex((w) => (u -= w) <= 0);
      let sum = 0;
      for (let i = 0; i < busy; i += 1) sum += drawSize();
      return sum;
    });
    const total = compoundTotal(6, incidence, sizes, true);
    for (const x of [0, 1, 3, 6, 12]) near(total.cdf(x), totals.filter((t) => t <= x).length / runs, 0.01);
    const mean = totals.reduce((a, b) => a + b, 0) / runs;
    near(total.mean, mean, 0.02);
    near(total.sd, Math.sqrt(totals.reduce((a, t) => a + (t - mean) ** 2, 0) / runs), 0.03);
  });

  it("has whole quantiles for whole demands, and hits them for parts of a unit", () => {
    const total = leadTimeTotal(values, 4.5);
    for (const p of [0.3, 0.5, 0.9, 0.99]) assert.ok(Number.isInteger(total.quantile(p)));
    const halves = leadTimeTotal(
      values.map((x) => x / 2),
      4.5,
    );
    near(halves.mean, total.mean / 2, 0.1);
  });

  it("quantile and cdf are each other's inverse", () => {
    const total = leadTimeTotal(values, 8);
    for (let p = 0.01; p < 1; p += 0.01) {
      const q = total.quantile(p);
      assert.ok(total.cdf(q) >= p - 1e-9 && (q === 0 || total.cdf(q - 1) < p));
    }
  });
});

describe("the count model", () => {
  it("for any history is finite, never negative, its quantiles rise with p and with time", () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0, max: 60, noNaN: true }), (values, periods) => {
        const { rate, total } = fitSlowDemand(values);
        const [shorter, longer] = [total(periods), total(periods + 1)];
        assert.ok(Number.isFinite(rate) && rate >= 0);
        near(shorter.mean, rate * periods, 1e-9);
        const quantiles = [0.5, 0.8, 0.95, 0.99].map((p) => shorter.quantile(p));
        quantiles.forEach((q, i) => assert.ok(q >= (quantiles[i - 1] ?? 0) && Number.isFinite(q)));
        // The lattice of long totals of large demands is coarser.
        assert.ok(longer.quantile(0.95) >= quantiles[2]! * 0.98 - 1);
      }),
      { numRuns: 200 },
    );
  });

  it("zeros forecast zero, a constant itself, and one observation works", () => {
    assert.deepEqual([fitSlowDemand([0, 0]).rate, leadTimeTotal([0, 0], 3).quantile(0.99)], [0, 0]);
    assert.deepEqual([fitSlowDemand([5, 5, 5]).rate, leadTimeTotal([5, 5, 5], 2.5).quantile(0.99)], [5, 12.5]);
    assert.ok(fitSlowDemand([4]).rate > 0 && fitSlowDemand([4]).rate <= 4);
    assert.equal(fitSlowDemand([]).rate, 0);
  });

  it("an item that stopped selling fades", () => {
    const sold = [0, 3, 0, 2, 0, 0, 4, 0, 1, 0, 2, 0];
    assert.ok(fitSlowDemand([...sold, ...new Array<number>(60).fill(0)]).rate < fitSlowDemand(sold).rate / 12);
  });

  it("lumpy demand keeps its lumps: the median month of a part sold by hundreds is none, the 95% one is hundreds", () => {
    const values = Array.from({ length: 80 }, (_, t) => (t % 10 === 3 ? 200 : 0));
    const month = leadTimeTotal(values, 1);
    assert.equal(month.quantile(0.5), 0);
    assert.ok(month.quantile(0.95) === 200);
  });

  it("covers simulated demand at every probability, where baselines' normal spread would not", () => {
    const next = uniform(5);
    const draw = (): number => (next() < 0.15 ? 1 + Math.floor(next() * next() * 30) : 0);
    const probabilities = [0.8, 0.9, 0.95, 0.99];
    const within = probabilities.map(() => 0);
    const items = 400;
    for (let i = 0; i < items; i += 1) {
      const history = Array.from({ length: 60 }, draw);
      const total = leadTimeTotal(history, 6);
      const actual = Array.from({ length: 6 }, draw).reduce((a, b) => a + b, 0);
      probabilities.forEach((p, j) => (within[j]! += actual <= total.quantile(p) ? 1 / items : 0));
    }
    probabilities.forEach((p, j) => assert.ok(Math.abs(within[j]! - p) < 0.06, `${p}: ${within[j]}`));
  });

  it("takes 10,000 periods and demands of 1e300", () => {
    const long = Array.from({ length: 10_000 }, (_, t) => (t % 9 === 0 ? 1 + (t % 4) : 0));
    near(fitSlowDemand(long).rate, long.reduce((a, b) => a + b, 0) / long.length, 0.2);
    const huge = leadTimeTotal([0, 1e300, 0, 0, 2e300, 0], 4);
    assert.ok([huge.mean, huge.sd, huge.quantile(0.99)].every((x) => Number.isFinite(x) && x > 0));
  });

  it("means the same in other units, as far as the lattice goes", () => {
    const values = [0, 0, 3.5, 0, 1.2, 0, 0, 0, 2.4, 0, 0, 5.1];
    const sevenfold = leadTimeTotal(
      values.map((x) => 7 * x),
      5,
    );
    const once = leadTimeTotal(values, 5);
    near(sevenfold.mean, 7 * once.mean);
    near(sevenfold.quantile(0.9), 7 * once.quantile(0.9), 1e-6);
  });
});

describe("forecastIntermittent", () => {
  it("by every method: horizon 6 is a prefix of 12, gaps and returns do no harm, all zero is zero", () => {
    for (const method of INTERMITTENT_METHODS) {
      const values = [0, NaN, 3, 0, -1, 0, 2, 0, 0, NaN, 1];
      const [six, twelve] = [forecastIntermittent(values, 6, method), forecastIntermittent(values, 12, method)];
      assert.deepEqual(six.mean, twelve.mean.slice(0, 6));
      assert.ok(six.mean[0]! > 0 && six.quantile(0.95)[0]! >= six.quantile(0.05)[0]!);
      const none = forecastIntermittent([0, 0, 0], 2, method);
      assert.deepEqual(
        [none.mean, none.quantile(0.99)],
        [
          [0, 0],
          [0, 0],
        ],
      );
      forecastIntermittent([1e300, 0, 1e300], 1, method).mean.forEach((x) => assert.ok(Number.isFinite(x)));
    }
  });
});

describe("the Fourier transform", () => {
  it("turns products into convolutions, and back", () => {
    const re = Float64Array.from([0, 0.5, 0.5, 0, 0, 0, 0, 0]);
    const im = new Float64Array(8);
    fft(re, im);
    const squared = re.map((x, i) => x * x - im[i]! * im[i]!);
    const imaginary = re.map((x, i) => 2 * x * im[i]!);
    fft(squared, imaginary, true);
    [0, 0, 0.25, 0.5, 0.25, 0, 0, 0].forEach((x, i) => near(squared[i]!, x));
  });
});
