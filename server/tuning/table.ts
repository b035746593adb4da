import { UserError } from "../../shared/define/errors.ts";
import { hash } from "../train/random.ts";

/** Demand of each SKU, oldest first; null where it is unknown. */
export type SeriesTable = Readonly<Record<string, readonly (number | null)[]>>;

/** What is to be trained, as `POST /v1/models` takes it. */
export interface TrainingRequest {
  readonly name: string;
  /** Periods in a season; found in the series where not given. */
  readonly season?: number;
  /** Periods to forecast, which decide the held-back window; by the season where not given. */
  readonly horizon?: number;
  readonly series: SeriesTable;
}

export const LIMITS = { series: 20_000, points: 5_000_000, longest: 100_000, name: 40, season: 1000, horizon: 1000 };

/** Beyond this no demand is meant, and squares overflow. */
const LARGEST = 1e15;

/** Lower-case letters, digits, - and _, a letter first; the shipped network's own name is taken. */
const NAME = /^[a-z][a-z0-9_-]*$/;

export function readName(raw: unknown): string {
  if (typeof raw !== "string" || !NAME.test(raw) || raw.length > LIMITS.name || raw === "forecast")
    throw new UserError(
      `name: must be a lower-case letter followed by letters, digits, - or _, at most ${LIMITS.name} in all, such as shop; "forecast" is the pretrained network's`,
    );
  return raw;
}

function readCount(raw: unknown, name: "season" | "horizon"): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  const most = LIMITS[name];
  if (typeof raw !== "number" || !Number.isInteger(raw) || raw < 1 || raw > most)
    throw new UserError(`${name}: must be a whole number from 1 to ${most}`);
  return raw;
}

function readOne(sku: string, raw: unknown): readonly (number | null)[] {
  const shown = sku.slice(0, 40);
  if (!Array.isArray(raw) || raw.length > LIMITS.longest)
    throw new UserError(`series: ${shown} must be a list of at most ${LIMITS.longest.toLocaleString("en")} numbers`);
  raw.forEach((x: unknown, i) => {
    if (x !== null && !(typeof x === "number" && Math.abs(x) <= LARGEST))
      throw new UserError(`series: value ${i + 1} of ${shown} must be a number, or null where demand is unknown`);
  });
  return raw as (number | null)[];
}

/** Reads the series of a body. Throws a `UserError` that names the SKU and what it must be. */
export function readSeries(raw: unknown): SeriesTable {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    throw new UserError('series: must be an object of histories by SKU, such as {"A1": [12, 15, null, 9]}');
  const entries = Object.entries(raw);
  if (entries.length === 0 || entries.length > LIMITS.series)
    throw new UserError(
      `series: must hold 1 to ${LIMITS.series.toLocaleString("en")} histories; got ${entries.length}`,
    );
  const series = Object.fromEntries(entries.map(([sku, values]) => [sku, readOne(sku, values)]));
  const points = Object.values(series).reduce((sum, values) => sum + values.length, 0);
  if (points > LIMITS.points)
    throw new UserError(
      `series: must hold at most ${LIMITS.points.toLocaleString("en")} values in all; got ${points.toLocaleString("en")}`,
    );
  return series;
}

/** Reads the body of `POST /v1/models`. */
export function readTrainingRequest(raw: unknown): TrainingRequest {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    throw new UserError('the body must be {"name": "shop", "series": {"A1": [12, 15, 9]}}');
  const { name, season, horizon, series } = raw as Partial<Record<keyof TrainingRequest, unknown>>;
  const [m, h] = [readCount(season, "season"), readCount(horizon, "horizon")];
  return {
    name: readName(name),
    ...(m !== undefined && { season: m }),
    ...(h !== undefined && { horizon: h }),
    series: readSeries(series),
  };
}

/** A number that stands for what is trained on: other series, season or horizon have another. */
export function contentOf({ season, horizon, series }: Omit<TrainingRequest, "name">): number {
  return hash(JSON.stringify([season ?? null, horizon ?? null, series]));
}
