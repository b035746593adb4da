import { normalQuantile } from "../../numeric/normal.ts";

/** Terms of the logarithm of a widening. */
interface Terms {
  readonly constant: number;
  /** Of the logarithm of the number of errors over 50: few errors look smaller than they are. */
  readonly length: number;
  /** Of the logarithm of the periods ahead: models drift off further than they know. */
  readonly ahead: number;
  /** Where the series has a season. */
  readonly seasonal: number;
  /** Of parameters estimated per error. */
  readonly parameters: number;
}

interface Calibration {
  /** Of intervals of 80% and less. */
  readonly at80: Terms;
  readonly at95: Terms;
}

const terms = (constant: number, length: number, ahead: number, seasonal: number, parameters: number): Terms => ({
  constant,
  length,
  ahead,
  seasonal,
  parameters,
});

/**
 * What each model's normal intervals must be widened by for 80 and 95% of what came to lie inside: quantile regression
 * (Koenker and Bassett, 1978) of the logarithm of the absolute standardised errors of the test periods of M3 (yearly,
 * quarterly, monthly, other) and M4 weekly, every frequency counting alike, pulled towards equal coverage of all. The
 * benchmark `intervals` prints the coverage.
 */
const CALIBRATIONS = {
  ETS: { at80: terms(-0.1, -0.176, 0.091, 0.049, 0.808), at95: terms(0.128, -0.18, 0.112, -0.079, 1.138) },
  THETA: { at80: terms(0.123, -0.19, 0.114, -0.115, -1.119), at95: terms(0.212, -0.167, 0.111, -0.126, 0.065) },
  CES: { at80: terms(0.259, -0.363, 0.127, 0.054, -0.972), at95: terms(0.438, -0.407, 0.126, 0.119, -0.771) },
  ARIMA: { at80: terms(-0.211, -0.095, 0.05, 0.103, 2.883), at95: terms(0.064, -0.105, 0.025, 0.064, 2.493) },
  /** The mean of Theta and damped trend. */
  MEAN: { at80: terms(0.127, -0.175, 0.081, -0.117, -1.122), at95: terms(0.336, -0.128, 0.05, -0.207, -0.622) },
  /** The mean of all statistical models. */
  STATISTICS: { at80: terms(0.301, -0.207, 0.075, -0.198, -1.541), at95: terms(0.425, -0.128, 0.071, -0.291, -0.637) },
  /** Models without a trend: naive, seasonal naive, simple smoothing, moving average. */
  LEVEL: { at80: terms(0.306, -0.136, 0.048, -0.292, 0.175), at95: terms(0.405, -0.174, 0.051, -0.228, 0.112) },
} as const satisfies Readonly<Record<string, Calibration>>;

export type Calibrated = keyof typeof CALIBRATIONS;

/** What is known of a fit that its calibration goes by. */
export interface FitFacts {
  readonly model: Calibrated;
  /** One-step errors of the fit. */
  readonly errors: number;
  /** Parameters estimated, initial states included. */
  readonly parameters: number;
  /** Periods in a season; 1 for none. */
  readonly season: number;
}

/** Between these the calibration was learnt; beyond them it stays as it is there. */
const ERRORS = [8, 500] as const;
const MOST_AHEAD = 24;
const MOST_PARAMETERS_PER_ERROR = 0.4;

/** Normal deviates of the bounds of the central 80 and 95%. */
const [AT_80, AT_95] = [normalQuantile(0.9), normalQuantile(0.975)];

/**
 * The deviate of a p-quantile `ahead` periods ahead (from 1), in standard deviations that the fit itself claims: the
 * normal one, widened up to the 80% interval alike and beyond it by a power, so that tails are as heavy as they were
 * found. It rises with p, so intervals nest, and depends on the periods ahead but not on the horizon.
 */
export function calibratedDeviates({
  model,
  errors,
  parameters,
  season,
}: FitFacts): (p: number, ahead: number) => number {
  const { at80, at95 } = CALIBRATIONS[model];
  const length = Math.log(Math.min(ERRORS[1], Math.max(ERRORS[0], errors)) / 50);
  const perError = Math.min(MOST_PARAMETERS_PER_ERROR, parameters / Math.max(1, errors));
  const widening = (by: Terms, ahead: number): number =>
    by.constant +
    by.length * length +
    by.ahead * Math.log(Math.min(MOST_AHEAD, ahead)) +
    (season > 1 ? by.seasonal : 0) +
    by.parameters * perError;
  return (p, ahead) => {
    const deviate = normalQuantile(p);
    const near = widening(at80, ahead);
    const power = Math.max(0, widening(at95, ahead) - near) / Math.log(AT_95 / AT_80);
    return deviate * Math.exp(near) * Math.max(1, Math.abs(deviate) / AT_80) ** power;
  };
}
