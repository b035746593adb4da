import assert from "node:assert/strict";
import fc from "fast-check";
import golden from "../golden/distributions.json" with { type: "json" };
import { regularisedBeta } from "../../shared/numeric/beta-function.ts";
import type { Distribution } from "../../shared/numeric/distribution.ts";
import { gammaDistribution } from "../../shared/numeric/gamma.ts";
import { regularisedGammaP, regularisedGammaQ } from "../../shared/numeric/gamma-function.ts";
import { negativeBinomialDistribution } from "../../shared/numeric/negative-binomial.ts";
import { normalCdf, normalDistribution, normalLoss, normalPdf, normalQuantile } from "../../shared/numeric/normal.ts";
import { poissonDistribution } from "../../shared/numeric/poisson.ts";

function near(actual: number, expected: number, tolerance = golden.tolerance): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), 1e-300),
    `${actual} is not ${expected} within ${tolerance}`,
  );
}

const make: Record<string, (mean: number, sd: number) => Distribution> = {
  poisson: (mean) => poissonDistribution(mean),
  "negative binomial": negativeBinomialDistribution,
  gamma: gammaDistribution,
};

describe("distributions against scipy", () => {
  it("normal probabilities, down to 1e-300", () => {
    for (const [z, p] of golden.normalCdf) near(normalCdf(z!), p!, 4e-15);
  });

  it("normal quantiles", () => {
    for (const [p, z] of golden.normalQuantile) near(normalQuantile(p!), z!, 4e-15);
    assert.equal(normalQuantile(0), -Infinity);
    assert.equal(normalQuantile(1), Infinity);
    assert.ok(Number.isNaN(normalQuantile(1.5)));
  });

  it("incomplete gamma and beta functions", () => {
    for (const [a, x, p, q] of golden.gammaP) {
      near(regularisedGammaP(a!, x!), p!, 1e-11);
      near(regularisedGammaQ(a!, x!), q!, 1e-11);
    }
    for (const [x, a, b, expected] of golden.beta) near(regularisedBeta(x!, a!, b!), expected!, 1e-11);
  });

  for (const { kind, mean, sd, quantiles, cdf } of golden.cases)
    it(`${kind}, mean ${mean}, sd ${sd.toFixed(2)}`, () => {
      const law = make[kind]!(mean, sd);
      assert.equal(law.kind, kind);
      for (const [p, x] of quantiles) near(law.quantile(p!), x!, 1e-9);
      for (const [x, p] of cdf) near(law.cdf(x!), p!, 1e-9);
    });
});

describe("distributions by their properties", () => {
  const laws = fc
    .tuple(
      fc.constantFrom(...Object.values(make), normalDistribution),
      fc.double({ min: 0.01, max: 1e5, noNaN: true }),
      fc.double({ min: 0.02, max: 5, noNaN: true }),
    )
    .map(([law, mean, variation]) => law(mean, mean * variation));

  it("a quantile is the smallest value that reaches its probability, rises with it and is never negative", () => {
    fc.assert(
      fc.property(laws, fc.double({ min: 1e-4, max: 0.9999, noNaN: true }), (law, p) => {
        const x = law.quantile(p);
        assert.ok(x >= 0 && law.cdf(x) >= p * (1 - 1e-9), `${law.kind} ${law.mean} ${law.sd} at ${p}: ${x}`);
        if (x > 0)
          assert.ok(law.cdf(law.kind === "gamma" || law.kind === "normal" ? x * (1 - 1e-6) : x - 1) < p * (1 + 1e-9));
        assert.ok(law.quantile(Math.min(0.99995, p * 1.1)) >= x);
      }),
      { numRuns: 300 },
    );
  });

  it("zero mean and zero spread are points", () => {
    for (const law of [
      poissonDistribution(0),
      gammaDistribution(0, 1),
      negativeBinomialDistribution(0, 0),
      normalDistribution(0, 0),
    ])
      assert.deepEqual([law.kind, law.quantile(0.99), law.cdf(0)], ["point", 0, 1]);
    assert.equal(gammaDistribution(7, 0).quantile(0.3), 7);
  });

  it("a large Poisson is nearly normal, and stays quick", () => {
    near(poissonDistribution(1e9).quantile(0.95), 1e9 + 1.6448536 * Math.sqrt(1e9), 1e-8);
  });

  it("the normal loss function is the integral of the tail", () => {
    let sum = 0;
    for (let z = 0.5; z < 10; z += 1e-3) sum += normalCdf(-(z + 5e-4)) * 1e-3;
    near(normalLoss(0.5), sum, 1e-6);
    near(normalPdf(0), 0.3989422804014327, 1e-15);
  });
});
