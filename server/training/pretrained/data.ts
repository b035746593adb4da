import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "../../paths.ts";
import { fieldsOf } from "./csv-fields.ts";

/** The folder of CSV files: the one named, else $LOTWISE_DATA, else ../shared/data; its subfolder dev where it has one. */
export function dataFolder(named?: string): string {
  const folder = path.resolve(named ?? process.env["LOTWISE_DATA"] ?? path.join(root, "..", "shared", "data"));
  const dev = path.join(folder, "dev");
  return existsSync(dev) ? dev : folder;
}

/** One training series: the `train` column only, gaps as NaN. */
export interface TrainingSeries {
  readonly set: string;
  readonly id: string;
  readonly season: number;
  readonly horizon: number;
  readonly train: readonly number[];
}

export interface TestedSeries extends TrainingSeries {
  readonly frequency: string;
  readonly test: readonly number[];
}

const numbersOf = (text: string): number[] =>
  text === "" ? [] : text.split(" ").map((x) => (x === "NA" ? NaN : Number(x)));

/** Season the series really have, where the file names another (M4 scores weekly series without one). */
const TRUE_SEASON: Readonly<Record<string, number>> = { m4_weekly: 52 };

/** Lines of a file that may be gzipped; none when it is not there. */
function linesOf(folder: string, set: string): string[] {
  const plain = path.join(folder, `${set}.csv`);
  const packed = `${plain}.gz`;
  const text = existsSync(plain)
    ? readFileSync(plain, "utf8")
    : existsSync(packed)
      ? gunzipSync(readFileSync(packed)).toString("utf8")
      : "";
  return text.split(/\r?\n/).filter(Boolean);
}

/** A row of a CSV file by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file that may be gzipped; none when it is not there. */
export function rowsOf(folder: string, set: string): Row[] {
  const [header, ...lines] = linesOf(folder, set);
  const names = fieldsOf(header ?? "");
  return lines.map((line) => {
    // Splitting is much faster than reading quoted fields, of which most files have none.
    const fields = line.includes('"') ? fieldsOf(line) : line.split(",");
    return Object.fromEntries(names.map((name, j) => [name, fields[j] ?? ""]));
  });
}

/** The series of one set (a CSV with a row a series: series_id, season_length, horizon, train, test). */
export function readSet(folder: string, set: string): TestedSeries[] {
  const [header, ...rows] = linesOf(folder, set);
  if (header === undefined) return [];
  const names = fieldsOf(header);
  const column = (name: string): number => names.indexOf(name);
  const [id, season, horizon, train, test] = ["series_id", "season_length", "horizon", "train", "test"].map(column);
  return rows.map((row) => {
    const fields = fieldsOf(row);
    return {
      set,
      id: fields[id!]!,
      frequency: fields[column("frequency")] ?? "",
      season: TRUE_SEASON[set] ?? Number(fields[season!]),
      horizon: Number(fields[horizon!]),
      train: numbersOf(fields[train!]!),
      test: numbersOf(fields[test!]!),
    };
  });
}

/** One column of a set as text, by the series' ids. */
export function readColumn(folder: string, set: string, column: string): Map<string, string> {
  const [header = "", ...rows] = linesOf(folder, set);
  const place = fieldsOf(header).indexOf(column);
  return new Map(rows.map((row) => fieldsOf(row)).map((fields) => [fields[0]!, fields[place] ?? ""]));
}
