import { UserError } from "../../../shared/define/errors.ts";
import { unknownFields } from "../../../shared/define/unknown-fields.ts";
import { isModelName, LARGEST_COUNT, LONGEST_NAME } from "../../../shared/demand/networks/trained/version.ts";
import { MOST, type SeriesTable, type TrainingRequest } from "../../../shared/operations/training-schema.ts";
import { hash } from "../pretrained/random.ts";

export type { SeriesTable, TrainingRequest } from "../../../shared/operations/training-schema.ts";

/** Beyond this no demand is meant, and squares overflow. */
const LARGEST = 1e15;

export function readName(raw: unknown): string {
  if (typeof raw !== "string" || !isModelName(raw))
    throw new UserError(
      `name: must be a lower-case letter followed by letters, digits, - or _, at most ${LONGEST_NAME} in all, such as shop; "forecast" is the pretrained network's`,
    );
  return raw;
}

function readCount(raw: unknown, name: "season" | "horizon"): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  const most = LARGEST_COUNT;
  if (typeof raw !== "number" || !Number.isInteger(raw) || raw < 1 || raw > most)
    throw new UserError(`${name}: must be a whole number from 1 to ${most}`);
  return raw;
}

function readOne(sku: string, raw: unknown): readonly (number | null)[] {
  const shown = sku.slice(0, 40);
  if (!Array.isArray(raw) || raw.length > MOST.longest)
    throw new UserError(`series: ${shown} must be a list of at most ${MOST.longest.toLocaleString("en")} numbers`);
  raw.forEach((x: unknown, i) => {
    if (x !== null && !(typeof x === "number" && Math.abs(x) <= LARGEST))
      throw new UserError(`series: value ${i + 1} of ${shown} must be a number, or null where demand is unknown`);
  });
  return raw as (number | null)[];
}

/** Reads the series of a body. Throws a `UserError` that names the SKU and what it must be. */
function readSeries(raw: unknown): SeriesTable {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    throw new UserError('series: must be an object of histories by SKU, such as {"A1": [12, 15, null, 9]}');
  const entries = Object.entries(raw);
  if (entries.length === 0 || entries.length > MOST.series)
    throw new UserError(`series: must hold 1 to ${MOST.series.toLocaleString("en")} histories; got ${entries.length}`);
  const series = Object.fromEntries(entries.map(([sku, values]) => [sku, readOne(sku, values)]));
  const points = Object.values(series).reduce((sum, values) => sum + values.length, 0);
  if (points > MOST.points)
    throw new UserError(
      `series: must hold at most ${MOST.points.toLocaleString("en")} values in all; got ${points.toLocaleString("en")}`,
    );
  return series;
}

function refuseUnknown(raw: object, what: string, known: readonly string[]): void {
  const unknown = Object.keys(raw).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UserError(unknownFields(unknown, what, known));
}

/** Reads the body of `PUT /v1/models/{name}/series`. */
export function readNewSeries(raw: unknown): SeriesTable {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return readSeries(undefined);
  refuseUnknown(raw, "newer series", ["series"]);
  return readSeries("series" in raw ? raw.series : undefined);
}

/** Reads the body of `POST /v1/models`. */
export function readTrainingRequest(raw: unknown): TrainingRequest {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    throw new UserError('the body must be {"name": "shop", "series": {"A1": [12, 15, 9]}}');
  refuseUnknown(raw, "a training's request", [
    "name",
    "season",
    "horizon",
    "series",
  ] satisfies (keyof TrainingRequest)[]);
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
