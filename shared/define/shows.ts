import type { FunctionDefinition } from "./define.ts";

/** Number formats as Excel takes them, by what a number is. */
export const NUMBER_FORMATS = { date: "yyyy-mm-dd", money: "#,##0.00", percent: "0.0%" } as const;

/** What a number is, where it is not plain units. */
export type Shows = keyof typeof NUMBER_FORMATS;

const isGiven = (argument: unknown): boolean =>
  argument !== null && argument !== undefined && argument !== "" && argument !== 0;

/** The column of the answer that holds dates, or undefined where these arguments make none. */
export function dateColumn(
  { dates, parameters }: Pick<FunctionDefinition, "dates" | "parameters">,
  args: readonly unknown[],
): number | undefined {
  if (dates?.given === undefined) return dates?.column;
  return isGiven(args[Object.keys(parameters).indexOf(dates.given)]) ? dates.column : undefined;
}

/** What the numbers of an answer are, column by column; undefined for plain ones. */
export function columnShows(
  definition: Pick<FunctionDefinition, "dates" | "parameters" | "shows">,
  args: readonly unknown[],
): (column: number) => Shows | undefined {
  const dates = dateColumn(definition, args);
  const { shows = [] } = definition;
  const columns = typeof shows === "string" ? [shows] : shows;
  return (column) => (column === dates ? "date" : (columns[column] ?? undefined));
}
