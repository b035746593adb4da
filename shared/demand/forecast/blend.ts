import { windowSum } from "../../numeric/window.ts";
import type { DriverEffects } from "../causes/effects.ts";
import type { Fitted, Series } from "../models/model.ts";
import { calibratedPath } from "../models/path.ts";
import { spreadOf, type Spread } from "../models/spread.ts";
import { fitQuickStatistics, fitStatistics } from "../models/statistics.ts";
import { FEWEST, forecastNetwork } from "../networks/sequence/forecast.ts";
import type { Network } from "../networks/sequence/network.ts";
import type { Part } from "./forecast.ts";
import type { Profile } from "./profile.ts";

/** A complete series forecast by statistical models and, where there is one, the network. */
export interface Blend {
  /** Mean of each of the next `horizon` periods; 6 are a prefix of 12. */
  predict(horizon: number): number[];
  quantile(p: number, horizon: number): number[];
  readonly spread: Spread;
  readonly parts: readonly Part[];
  readonly seasonal: boolean;
  /** Whether the pretrained network has a part in it. */
  readonly learned: boolean;
}

/** Probability of an upper quantile one standard deviation above the mean. */
const ONE_SD = 0.8413447460685429;

/**
 * Forecasts a complete series by the statistical models and, where there is one and the history is long enough for it,
 * the pretrained network. Quantiles lie about the common mean as the network's do; single periods have the weighted
 * geometric mean of both variances, and a total's variance grows from single periods' as the statistical models say.
 * @param effects of drivers, where the series is what remains without them, for the network to correct
 */
export function blend(series: Series, network: Network | undefined, profile: Profile, effects?: DriverEffects): Blend {
  const { values, season } = series;
  const fitted = (profile.thorough ? fitStatistics : fitQuickStatistics)(series);
  const steady = values.every((x) => x === values[0]);
  if (network === undefined || steady || values.length < FEWEST) return statistical(fitted, season);
  const { networkShare: share, networkPeriods, thorough, networkStatistics: statistics } = profile;
  const own = spreadOf(fitted);
  const learnt = lasting(networkPeriods, (periods) => {
    const path = forecastNetwork(network, values, season, periods, { thorough, statistics, effects });
    const lower = path.quantile(1 - ONE_SD);
    return {
      path,
      statistics: fitted.predict(periods),
      theirs: path.quantile(ONE_SD).map((x, h) => ((x - lower[h]!) / 2) ** 2),
      ours: own.variances(periods),
    };
  });
  const predict = (horizon: number): number[] => {
    const { path, statistics: usual } = learnt(horizon);
    const last = path.mean.length - 1;
    return fitted
      .predict(horizon)
      .map((x, h) =>
        h <= last ? share * path.mean[h]! + (1 - share) * x : x + share * (path.mean[last]! - usual[last]!),
      );
  };
  return {
    seasonal: fitted.seasonal === true,
    learned: true,
    parts: [
      { name: "Pretrained network", weight: share },
      { name: fitted.name, weight: 1 - share },
    ],
    predict,
    quantile(p, horizon) {
      const { path } = learnt(horizon);
      const [quantiles, last] = [path.quantile(p), path.mean.length - 1];
      return predict(horizon).map((x, h) => x + (quantiles[Math.min(h, last)]! - path.mean[Math.min(h, last)]!));
    },
    spread: blendedSpread(own, learnt, profile.spreadShare),
  };
}

/** The statistical models alone. */
function statistical(fitted: Fitted, season: number): Blend {
  return {
    seasonal: fitted.seasonal === true,
    learned: false,
    parts: [{ name: fitted.name, weight: 1 }],
    predict: (horizon) => fitted.predict(horizon),
    quantile: (p, horizon) => [...calibratedPath(fitted, horizon, "STATISTICS", season).quantile(p)],
    spread: spreadOf(fitted),
  };
}

/** Variances of as many periods by the network and by the models. */
interface Variances {
  readonly theirs: readonly number[];
  readonly ours: readonly number[];
}

function blendedSpread(own: Spread, learnt: (horizon: number) => Variances, share: number): Spread {
  /** The factor by which a variance becomes its weighted geometric mean with another. */
  const change = (variance: number, other: number): number => (variance > 0 ? (other / variance) ** share : 1);
  const variances = (horizon: number): number[] => {
    const { theirs, ours } = learnt(horizon);
    const last = ours.length - 1;
    return own.variances(horizon).map((x, h) => x * change(ours[Math.min(h, last)]!, theirs[Math.min(h, last)]!));
  };
  return {
    get sd() {
      return Math.sqrt(variances(1)[0]!);
    },
    variances,
    totalVariance(to, from = 0) {
      const { theirs, ours } = learnt(Math.ceil(to));
      const [since, until] = [Math.min(from, ours.length - 1), Math.min(to, ours.length)];
      return own.totalVariance(to, from) * change(windowSum(ours, since, until), windowSum(theirs, since, until));
    },
  };
}

/** What is made for `most` periods or, where that is boundless, for as many as are asked for: the longest is kept. */
function lasting<T extends Variances>(most: number, make: (periods: number) => T): (horizon: number) => T {
  let known: T | undefined;
  return (horizon) => {
    const periods = most < Infinity ? most : Math.max(1, horizon);
    return known !== undefined && known.ours.length >= periods ? known : (known = make(periods));
  };
}
