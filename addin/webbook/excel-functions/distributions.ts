import { normalCdf, normalPdf, normalQuantile } from "../../../shared/numeric/normal.ts";
import { poissonDistribution } from "../../../shared/numeric/poisson.ts";
import { numberOf, type GridArgument, type GridFunction } from "./grid-function.ts";

function distribution(
  names: readonly string[],
  description: string,
  parameters: readonly string[],
  compute: (...x: number[]) => number,
): GridFunction[] {
  return names.map((name) => ({
    name,
    description,
    parameters: parameters.map(
      (parameter) => [`${parameter} (${parameter === "cumulative" ? "boolean" : "number"})`, ""] as const,
    ),
    compute: (...args: GridArgument[]) => compute(...parameters.map((_, i) => numberOf(args[i]))),
  }));
}

const positive = (x: number, then: number): number => (x > 0 ? then : NaN);

/** Probabilities of the Poisson distribution; the mean is not negative. */
function poisson(x: number, mean: number, cumulative: number): number {
  const count = Math.trunc(x);
  if (count < 0 || mean < 0) return NaN;
  const { cdf } = poissonDistribution(mean);
  return cumulative ? cdf(count) : cdf(count) - cdf(count - 1);
}

const inside = (p: number): boolean => p > 0 && p < 1;

/** Excel's normal and Poisson distributions, under their names of today and of before 2010. */
export const distributionFunctions: readonly GridFunction[] = [
  ...distribution(
    ["NORM.S.INV", "NORMSINV"],
    "The z below which a standard normal lies with this probability.",
    ["probability"],
    (p) => (inside(p) ? normalQuantile(p) : NaN),
  ),
  ...distribution(
    ["NORM.INV", "NORMINV"],
    "The value below which a normal lies with this probability.",
    ["probability", "mean", "standard_dev"],
    (p, mean, sd) => (inside(p) ? positive(sd, mean + sd * normalQuantile(p)) : NaN),
  ),
  ...distribution(["NORM.S.DIST"], "The standard normal distribution.", ["z", "cumulative"], (z, cumulative) =>
    cumulative ? normalCdf(z) : normalPdf(z),
  ),
  ...distribution(["NORMSDIST"], "The probability that a standard normal is at most z.", ["z"], normalCdf),
  ...distribution(
    ["NORM.DIST", "NORMDIST"],
    "The normal distribution.",
    ["x", "mean", "standard_dev", "cumulative"],
    (x, mean, sd, cumulative) =>
      positive(sd, cumulative ? normalCdf((x - mean) / sd) : normalPdf((x - mean) / sd) / sd),
  ),
  ...distribution(["POISSON.DIST", "POISSON"], "The Poisson distribution.", ["x", "mean", "cumulative"], poisson),
];
