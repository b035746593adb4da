import { fitQuickStatistics } from "./best/statistics.ts";
import type { Series } from "./model.ts";
import { FEWEST, forecastNetwork } from "./network/forecast.ts";
import type { Network } from "./network/network.ts";
import { spreadOf, type Spread } from "./spread.ts";
import { windowSum } from "./window.ts";

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
 * Share of the network in the mean, and in the logarithm of the variances: with it totals over a lead time lose 4% of
 * their pinball loss on M3, 6% on M1 and 1% on M4 weekly and hospital, and their quantiles hold what they promise (those
 * of weeks would be too low with the network's spread alone). The benchmark `lead-time` prints this.
 */
const NETWORK_SHARE = 0.5;
/** Periods that the network forecasts, a year of months; beyond them the statistical models go on from there. */
const NETWORK_PERIODS = 13;
/** Probability of an upper quantile one standard deviation above the mean. */
const ONE_SD = 0.8413447460685429;

/** The factor by which a variance becomes its weighted geometric mean with another. */
const change = (variance: number, other: number): number => (variance > 0 ? (other / variance) ** NETWORK_SHARE : 1);

/**
 * Forecasts a complete series by the quick statistical models and, where there is one and the history is long enough
 * for it, the pretrained network. Single periods have the geometric mean of both variances; a total's variance grows
 * from single periods' as the statistical models say.
 */
export function forecastRegular(series: Series, network: Network | undefined): RegularForecast {
  const { values, season } = series;
  const fitted = fitQuickStatistics(series);
  const own = spreadOf(fitted);
  const seasonal = fitted.name.endsWith("seasonally adjusted");
  const steady = values.every((x) => x === values[0]);
  if (network === undefined || steady || values.length < FEWEST)
    return { predict: (horizon) => fitted.predict(horizon), spread: own, seasonal, learned: false };
  const { mean, quantile } = forecastNetwork(network, values, season, NETWORK_PERIODS, { thorough: false });
  const lower = quantile(1 - ONE_SD);
  const theirs = quantile(ONE_SD).map((x, h) => ((x - lower[h]!) / 2) ** 2);
  const statistics = fitted.predict(NETWORK_PERIODS);
  const last = NETWORK_PERIODS - 1;
  const moves = mean.map((x, h) => NETWORK_SHARE * (x - statistics[h]!));
  const ours = own.variances(NETWORK_PERIODS);
  const variances = (horizon: number): number[] =>
    own.variances(horizon).map((x, h) => x * change(ours[Math.min(h, last)]!, theirs[Math.min(h, last)]!));
  return {
    seasonal,
    learned: true,
    predict: (horizon) => fitted.predict(horizon).map((x, h) => x + moves[Math.min(h, last)]!),
    spread: {
      sd: Math.sqrt(variances(1)[0]!),
      variances,
      totalVariance(to, from = 0) {
        const [since, until] = [Math.min(from, last), Math.min(to, NETWORK_PERIODS)];
        return own.totalVariance(to, from) * change(windowSum(ours, since, until), windowSum(theirs, since, until));
      },
    },
  };
}
