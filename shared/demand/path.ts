import { normalQuantile } from "../numeric/normal.ts";
import type { ForecastPath } from "./answer.ts";
import type { Fitted } from "./model.ts";
import { spreadOf } from "./spread.ts";

/** A fitted model's forecasts with normal intervals from its own errors. */
export function pathOf(fitted: Fitted, horizon: number): ForecastPath {
  const mean = fitted.predict(horizon);
  const deviations = spreadOf(fitted).variances(horizon).map(Math.sqrt);
  return {
    mean,
    quantile(p) {
      const z = normalQuantile(p);
      return mean.map((x, h) => x + z * deviations[h]!);
    },
  };
}
