/** Errors on the held-back window, as a mean over the series. */
export interface WindowErrors {
  /** Mean absolute error in units of the seasonal naive forecast's within the history (Hyndman and Koehler 2006). */
  readonly mase: number;
  /** Mean pinball loss over the quantiles from 0.025 to 0.975, in the same units. */
  readonly pinball: number;
}

/** What a trained model is measured against, by its key. */
export const RIVALS = {
  best: "FORECAST_BEST",
  pretrained: "the pretrained network",
  naive: "repeating the last season",
  current: "the version in use",
} as const;
export type RivalKey = keyof typeof RIVALS;

/** What a training leaves: how well its weights forecast the last window, which training never saw, beside the others. */
export interface TrainingCard {
  /** Periods in a season; 1 for none. */
  readonly season: number;
  /** Periods of the held-back window. */
  readonly horizon: number;
  /** Series of the table, and those of them long enough to train on. */
  readonly series: number;
  readonly used: number;
  /** Series the errors are a mean of. */
  readonly scored: number;
  /** Steps taken until the validation loss fell no more, and those kept, of all members together; 0 is the pretrained. */
  readonly steps: number;
  readonly kept: number;
  readonly trained: WindowErrors;
  readonly rivals: readonly (WindowErrors & { readonly rival: RivalKey })[];
  /** Whether the weights err less than every rival: only then do they become a version. */
  readonly better: boolean;
}

/** How much less the trained model must err than each rival, as a share: less than that may be chance. */
const LEAST_GAIN = 0.005;

/** By what share the first errs less than the second; negative where it errs more. */
const gainOf = (own: number, rival: number): number => (rival > 0 ? 1 - own / rival : 0);

/** Whether a trained model beats each rival by its forecasts and ranges together, and misses demand by no more. */
export function beatsAll(trained: WindowErrors, rivals: TrainingCard["rivals"]): boolean {
  return rivals.every(
    ({ mase, pinball }) => gainOf(trained.pinball, pinball) >= LEAST_GAIN && gainOf(trained.mase, mase) >= 0,
  );
}

/** A gain in words: "6.2% less", "1% more", "the same". */
export function gainWords(own: number, rival: number): string {
  const gain = gainOf(own, rival);
  if (Math.abs(gain) < 0.0005) return "the same";
  return `${Math.min(100 * Math.abs(gain), gain > 0 && gain < 1 ? 99.9 : Infinity)
    .toFixed(1)
    .replace(/\.0$/, "")}% ${gain > 0 ? "less" : "more"}`;
}

/** By how much a trained model errs less or more than one rival: "6.2% less than FORECAST_BEST". */
export function comparedWith({ trained, rivals }: TrainingCard, rival: RivalKey): string {
  const words = gainWords(trained.pinball, rivals.find((each) => each.rival === rival)?.pinball ?? NaN);
  return `${words} ${words === "the same" ? "as" : "than"} ${RIVALS[rival]}`;
}

/** The card in a buyer's words: what to do, and why. `version` is the one that was made, if any. */
export function verdict(card: TrainingCard, version: string | undefined): string {
  const parts = card.rivals.map(({ rival }) => comparedWith(card, rival));
  const found = `On the last ${card.horizon} periods, which training never saw, its forecasts and ranges err ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
  return version === undefined
    ? `Keep what you have: the newly trained model is not better than all of it. ${found}`
    : `Use ${version}: it is better than all it was measured against. ${found}`;
}
