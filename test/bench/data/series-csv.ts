import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** One series of a benchmark set, split into what is known and what came after. */
export interface TestSeries {
  readonly id: string;
  readonly frequency: string;
  readonly season: number;
  /** Oldest first, NaN where missing. */
  readonly train: readonly number[];
  readonly test: readonly number[];
}

const numbers = (cell: string): number[] => cell.split(" ").map(Number);

/** The series of a set in the data folder (`LOTWISE_DATA`, else ../shared/data), or undefined where it is not there. */
export function readSeries(name: string): TestSeries[] | undefined {
  const base = path.join(process.env["LOTWISE_DATA"] ?? path.join("..", "shared", "data"), "dev", `${name}.csv`);
  const file = [base, `${base}.gz`].find(existsSync);
  if (file === undefined) return undefined;
  const raw = readFileSync(file);
  const [head, ...lines] = (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8").trim().split(/\r?\n/);
  const columns = head!.split(",");
  if (!columns.includes("train")) throw new Error(`${file}: not a list of series`);
  // Only text columns before the series hold quoted commas, and what is read lies at the end of the line.
  const fromEnd = (cells: string[], column: string): string =>
    cells[cells.length - columns.length + columns.indexOf(column)]!;
  return lines.map((line) => {
    const cells = line.split(",");
    return {
      id: cells[0]!,
      frequency: fromEnd(cells, "frequency"),
      season: Number(fromEnd(cells, "season_length")),
      train: numbers(fromEnd(cells, "train")),
      test: numbers(fromEnd(cells, "test")),
    };
  });
}
