import { average } from "../../numeric/average.ts";
import { findSeasons } from "../history/seasons/find-seasons.ts";
import { quarterWords } from "./last-quarter.ts";
import { sellingNow, type Pattern } from "../history/pattern.ts";
import { pathOf, type Forecast } from "./forecast.ts";

/** One line of an explanation: what, how much, and in words. */
export type Reason = readonly [what: string, value: number, words: string];

/** What a history's pattern means for its forecast. */
const PATTERNS: Readonly<Record<Pattern, string>> = {
  zero: "no demand so far: none is forecast",
  constant: "demand never changed: it goes on",
  short: "too few values for trend or season: a mean that weighs the latest most",
  slow: "a slow mover: its mean rate is forecast, spread as counts are",
  smooth: "regular demand: a pretrained network and statistical models are averaged",
};

/** A change in percent; only what falls to nothing falls by 100%. */
const percent = (share: number): string =>
  `${share >= 0 ? "+" : "−"}${Math.abs(Math.max(Math.round(100 * share), share > -1 ? -99 : -100))}%`;

/** A number as a buyer would write it: three or four figures. */
const units = (x: number): string => String(Number(x.toPrecision(Math.abs(x) >= 1000 ? 4 : 3)));

/** Forecasts from which level, trend and season are read: two seasons of them. */
export const periodsToExplain = (season: number): number => Math.max(12, 2 * season);

/** Level, trend and season as the forecast itself has them. */
function shapeOf(mean: readonly number[], season: number, known: readonly number[]): Reason[] {
  const length = season > 1 ? season : Math.floor(mean.length / 2);
  const level = average(mean.slice(0, length));
  const trend = (average(mean.slice(length, 2 * length)) - level) / length;
  const before = average(known.slice(-length));
  const compared = before > 0 ? `, ${percent(level / before - 1)} on the last ${Math.min(length, known.length)}` : "";
  return [
    ["level", level, `units a period over the next ${length} periods${compared}`],
    [
      "trend",
      trend,
      `units more each period${level > 0 ? `, ${percent((trend * length) / level)} in ${length} periods` : ""}`,
    ],
  ];
}

/** What a forecast goes by, in a few plain words, and how it agrees with a steady last quarter. */
export function modelWords({ words, quarter }: Forecast): string {
  const left = quarter ? quarterWords(quarter, quarter.agreement(quarter.length)) : "";
  return [words, left].filter(Boolean).join(", ");
}

/** Where the forecast parts from a steady last quarter: why it does, or that it was held to it. */
function quarterReason({ quarter, season }: Forecast, known: readonly number[]): Reason[] {
  const agreement = quarter?.agreement(periodsToExplain(season));
  if (quarter === undefined || agreement === undefined || agreement === "within") return [];
  const words = quarterWords(quarter, agreement);
  return [["last quarter", average(known.slice(-quarter.length)), `units a period; the forecast is ${words}`]];
}

function seasonReason(mean: readonly number[], season: number, history: readonly number[]): Reason {
  if (season === 1) return ["season", 1, "none"];
  const next = mean.slice(0, season);
  const level = average(next);
  const high = next.indexOf(Math.max(...next));
  const low = next.indexOf(Math.min(...next));
  const found = findSeasons(history).find(({ length }) => length === season);
  const strength = found === undefined ? "not clear in the history" : `strength ${found.strength.toFixed(2)} of 1`;
  const shape =
    level > 0 && next[high]! > next[low]!
      ? `; highest in ${high + 1} periods (${percent(next[high]! / level - 1)}), lowest in ${low + 1} (${percent(next[low]! / level - 1)})`
      : "";
  return ["season", season, `periods, ${strength}${shape}`];
}

/**
 * Why a forecast is what it is, a line a reason: the history's pattern, level, trend and season of the forecast, how
 * unsure the next period is, and the models with their weights.
 */
export function explainForecast(history: readonly number[], forecast: Forecast): Reason[] {
  const { pattern, season, parts, longSeason } = forecast;
  const { mean, quantile } = pathOf(forecast, periodsToExplain(season));
  const known = history.filter((x) => !Number.isNaN(x));
  const busy = known.filter((x) => x !== 0).length;
  const { since } = sellingNow(known);
  const lately =
    since > 0 ? `, ${known.slice(since).filter((x) => x > 0).length} of the last ${known.length - since}` : "";
  const [low, high] = [quantile(0.05)[0]!, quantile(0.95)[0]!];
  return [
    ["pattern", busy / known.length, `demand in ${busy} of ${known.length} periods${lately}; ${PATTERNS[pattern]}`],
    ...shapeOf(mean, season, known),
    seasonReason(mean, season, history),
    ...quarterReason(forecast, known),
    ...(longSeason === undefined
      ? []
      : [["longer season", longSeason, "periods, taken out first and put back"] as const]),
    ["next period", mean[0]!, `nine times in ten between ${units(low)} and ${units(high)}`],
    ...parts.map(({ name, weight }): Reason => ["model", weight, name]),
  ];
}
