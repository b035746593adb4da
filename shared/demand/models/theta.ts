import { smoothLevel } from "./simple-smoothing.ts";
import type { Fitted, Series } from "./model.ts";

/**
 * The Theta method: the mean of a straight line through the series and of simple exponential smoothing of the line
 * with doubled curvature (Assimakopoulos and Nikolopoulos, 2000; forms of Hyndman and Billah, 2003). The series should
 * be seasonally adjusted. As R `forecast::thetaf`.
 */
export function fitTheta({ values }: Series): Fitted {
  const n = values.length;
  const middle = (n - 1) / 2;
  const average = values.reduce((a, b) => a + b, 0) / n;
  const slope = n < 3 ? 0 : values.reduce((a, x, t) => a + (t - middle) * (x - average), 0) / ((n * (n * n - 1)) / 12);
  const line = (t: number): number => average + slope * (t - middle);
  const smooth = smoothLevel(values.map((x, t) => 2 * x - line(t)));
  return {
    name: "Theta",
    predict: (horizon) => Array.from({ length: horizon }, (_, h) => (line(n + h) + smooth.level) / 2),
    errors: smooth.errors.slice(1).map((e) => e / 2),
    relative: false,
    response: (horizon) => new Array<number>(horizon).fill(smooth.alpha),
    parameters: 3,
  };
}
