import { fitQuickStatistics } from "./best/statistics.ts";
import type { Series } from "./model.ts";
import { FEWEST, forecastNetwork } from "./network/forecast.ts";
import type { Network } from "./network/network.ts";
import { spreadOf, type Spread } from "./spread.ts";

/** A regular item's forecast. */
export interface RegularForecast {
  /** Mean of each of the next `horizon` periods; 6 are a prefix of 12. */
  predict(horizon: number): number[];
  readonly spread: Spread;
  readonly seasonal: boolean;
  /** Whether the pretrained network has a part in it. */
  readonly learned: boolean;
}

/**
 * Share of the network in the mean, and in the logarithm of the spread: with it the totals of M3, M4 weekly and hospital
 * lose 5, 4 and 1% of their pinball loss, and their 95% quantiles hold; with the network's spread alone those of weeks
 * would be too low. The benchmark `lead-time` prints both.
 */
const NETWORK_SHARE = 0.5;
/** Periods forecast at once at least: a further one costs little. */
const AT_ONCE = 13;
/** Probability of an upper quantile one standard deviation above the mean. */
const ONE_SD = 0.8413447460685429;

/** Means and variances of the network's forecasts, as far ahead as was asked so far. */
function pathsOf(
  network: Network,
  { values, season }: Series,
): (horizon: number) => { mean: number[]; variance: number[] } {
  let known = { mean: [] as number[], variance: [] as number[] };
  return (horizon) => {
    if (known.mean.length < horizon) {
      const { mean, quantile } = forecastNetwork(network, values, season, Math.max(horizon, AT_ONCE));
      const [upper, lower] = [quantile(ONE_SD), quantile(1 - ONE_SD)];
      known = { mean: [...mean], variance: upper.map((x, h) => ((x - lower[h]!) / 2) ** 2) };
    }
    return { mean: known.mean.slice(0, horizon), variance: known.variance.slice(0, horizon) };
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * Forecasts a complete series by the quick statistical models and, where there is one and the history is long enough
 * for it, the pretrained network. Single periods have the geometric mean of both variances; a total's variance grows
 * from single periods' as the statistical models say.
 */
export function forecastRegular(series: Series, network: Network | undefined): RegularForecast {
  const fitted = fitQuickStatistics(series);
  const own = spreadOf(fitted);
  const seasonal = fitted.name.endsWith("seasonally adjusted");
  const steady = series.values.every((x) => x === series.values[0]);
  if (network === undefined || steady || series.values.length < FEWEST)
    return { predict: (horizon) => fitted.predict(horizon), spread: own, seasonal, learned: false };
  const learnt = pathsOf(network, series);
  /** By how much the network's part changes a variance: both are of the same periods. */
  const change = (others: number, variance: number): number =>
    variance > 0 ? (others / variance) ** NETWORK_SHARE : 1;
  const variances = (horizon: number): number[] => {
    const others = learnt(horizon).variance;
    return own.variances(horizon).map((variance, h) => variance * change(others[h]!, variance));
  };
  return {
    seasonal,
    learned: true,
    predict(horizon) {
      const { mean } = learnt(horizon);
      return fitted.predict(horizon).map((x, h) => x + NETWORK_SHARE * (mean[h]! - x));
    },
    spread: {
      sd: Math.sqrt(variances(1)[0]!),
      variances,
      totalVariance: (horizon) =>
        own.totalVariance(horizon) * change(sum(learnt(horizon).variance), sum(own.variances(horizon))),
    },
  };
}
