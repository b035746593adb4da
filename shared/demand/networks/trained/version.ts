import type { TrainingCard } from "./card.ts";

/** One version of a trained model, which never changes. */
export interface ModelVersion {
  /** As FORECAST_LSTM takes it: shop@3. */
  readonly version: string;
  readonly card: TrainingCard;
  /** ISO date and time. */
  readonly created: string;
}

/** A model trained on a table of series. */
export interface TrainedModel {
  readonly name: string;
  /** The newest version; null while no training was better than what there was. */
  readonly current: string | null;
  /** Whether its table has changed since it was last trained. */
  readonly stale: boolean;
  /** How the last training ended. */
  readonly card: TrainingCard | null;
  /** Oldest first. */
  readonly versions: readonly ModelVersion[];
}

/** How a name is written: a letter of these, then letters, digits, - or _, at most 40 in all. */
export const namePattern = (letters: string): string => `[${letters}][${letters}0-9_-]{0,${LONGEST_NAME - 1}}`;
export const LONGEST_NAME = 40;
export const MODEL_NAME = namePattern("a-z");
/** What a version adds to it: @3. */
export const VERSION_PATTERN = "@[1-9][0-9]{0,8}";

/** Periods of a season or a horizon at most. */
export const LARGEST_COUNT = 1000;

/** Whether a model may be called so; the shipped network's own name is taken. */
export const isModelName = (text: string): boolean => text !== "forecast" && new RegExp(`^${MODEL_NAME}$`).test(text);

/** "shop@3" in its parts; undefined where it is no version's name. */
export function versionParts(text: string): { readonly name: string; readonly version: number } | undefined {
  if (!new RegExp(`^${MODEL_NAME}${VERSION_PATTERN}$`).test(text)) return undefined;
  const [name, version] = text.split("@");
  return { name: name!, version: Number(version) };
}
