import type { Distribution } from "../../numeric/distribution.ts";
import { gammaDistribution } from "../../numeric/gamma.ts";
import { negativeBinomialDistribution } from "../../numeric/negative-binomial.ts";
import type { Fitted } from "../models/model.ts";

/**
 * The usual spread around a classic model's rate: a negative binomial total (gamma where `inWholeUnits` is false) whose
 * variance is the mean squared one-step error times the number of periods; a Poisson's where that is less.
 */
export function classicTotal(fitted: Fitted, periods: number, inWholeUnits: boolean): Distribution {
  const mean = periods * fitted.predict(1)[0]!;
  const largest = fitted.errors.reduce((a, e) => Math.max(a, Math.abs(e)), 0);
  const square = largest > 0 ? fitted.errors.reduce((a, e) => a + (e / largest) ** 2, 0) / fitted.errors.length : 0;
  const sd = largest * Math.sqrt(square * periods);
  return inWholeUnits ? negativeBinomialDistribution(mean, sd) : gammaDistribution(mean, sd);
}
