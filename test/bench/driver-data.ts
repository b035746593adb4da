import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** One series with its driver columns over history and test window. */
export interface DrivenSeries {
  readonly id: string;
  readonly season: number;
  readonly train: readonly number[];
  readonly test: readonly number[];
  /** One array a column, over train and test. */
  readonly drivers: readonly (readonly number[])[];
}

type Row = readonly string[];

/** Rows of a file grouped by key and sorted by time, or undefined where the data are missing. */
function groups(
  file: string,
  keyOf: (row: Row) => string,
  timeOf: (row: Row) => number,
): Map<string, Row[]> | undefined {
  const folder = process.env["LOTWISE_DATA"] ?? path.join("..", "shared", "data");
  const full = path.join(folder, "dev", file);
  if (!existsSync(full)) return undefined;
  const [, ...lines] = gunzipSync(readFileSync(full)).toString("utf8").trim().split(/\r?\n/);
  const found = new Map<string, Row[]>();
  for (const line of lines) {
    const row = line.split(",");
    const rows = found.get(keyOf(row));
    if (rows === undefined) found.set(keyOf(row), [row]);
    else rows.push(row);
  }
  for (const rows of found.values()) rows.sort((a, b) => timeOf(a) - timeOf(b));
  return found;
}

function split(
  id: string,
  season: number,
  horizon: number,
  values: readonly number[],
  drivers: DrivenSeries["drivers"],
): DrivenSeries {
  return { id, season, train: values.slice(0, -horizon), test: values.slice(-horizon), drivers };
}

/** Rossmann's shops, open days only; drivers: promotion, state holiday, school holiday and, if wanted, the weekday. */
export function readRossmann(horizon: number, weekday: boolean): DrivenSeries[] | undefined {
  const shops = groups(
    "rossmann_daily.csv.gz",
    (row) => row[0]!,
    (row) => Date.parse(row[1]!),
  );
  return (
    shops &&
    [...shops].map(([id, rows]) => {
      const columns = [
        rows.map((row) => Number(row[4])),
        rows.map((row) => (row[5] === "0" || row[5] === "" ? 0 : 1)),
        rows.map((row) => Number(row[6])),
        ...(weekday ? [rows.map((row) => new Date(row[1]!).getUTCDay())] : []),
      ];
      return split(
        id,
        7,
        horizon,
        rows.map((row) => Number(row[2])),
        columns,
      );
    })
  );
}

/** Dominick's orange juice, a series a shop and brand of at least a season's length; drivers: price, coupon, feature. */
export function readDominicks(horizon: number): DrivenSeries[] | undefined {
  const brands = groups(
    "dominicks_oj_weekly.csv.gz",
    (row) => `${row[0]}/${row[1]}`,
    (row) => Number(row[2]),
  );
  return (
    brands &&
    [...brands]
      .filter(([, rows]) => rows.length >= 52 + horizon)
      .map(([id, rows]) =>
        split(
          id,
          1,
          horizon,
          rows.map((row) => Number(row[3])),
          [4, 5, 6].map((j) => rows.map((row) => Number(row[j]))),
        ),
      )
  );
}
