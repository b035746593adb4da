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

/** "shop@3" in its parts; undefined where it is no version's name. */
export function versionParts(text: string): { readonly name: string; readonly version: number } | undefined {
  const [, name, version] = /^([a-z][a-z0-9_-]*)@([1-9]\d{0,8})$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
}
