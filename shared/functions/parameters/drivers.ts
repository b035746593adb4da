import type { Cell } from "../../define/cells.ts";
import { UserError } from "../../define/errors.ts";
import { cells, optional, series } from "../../define/parameters.ts";
import type { DriverColumns } from "../../demand/causes/columns.ts";

/** What the reference says of drivers, the same in every function that takes them. */
export const DRIVER_DETAILS =
  "With drivers their effects are estimated first, by a ridge regression beside a drifting level and the season, taken out, and put back ahead: effects multiply where no demand is negative, and a price then acts by its ratio. Effects a period later and products of drivers count where cross-validation finds them worth it. Every driver must be known for all periods ahead; what is published late (weather, a market index) takes part with its lag in driver_lags.";

/** The driver arguments of the FORECAST functions that can use them. */
export const driverParameters = {
  drivers: optional(
    cells({
      doc: "What moves demand, beside the history: a column a driver (promotion, price, holiday, weather), a row a period. Numbers, TRUE or FALSE, or a few different texts; NA where it is not known. Left out, demand's own past alone counts.",
    }),
  ),
  future_drivers: optional(
    cells({
      doc: "The same columns over the periods ahead, one row a period. Each must be known, after its lag; left out only where every lag reaches over the horizon.",
    }),
  ),
};

export const driverLags = optional(
  series({
    doc: "For each driver column, how many periods late it is published and acts: 0 for one known in advance. Left out, 0 for all.",
    unit: "periods",
    min: 0,
    max: 1000,
  }),
);

interface DriverArguments {
  readonly drivers: Cell[][] | undefined;
  readonly future_drivers: Cell[][] | undefined;
  readonly driver_lags?: readonly number[] | undefined;
}

/** More drivers than this are slow to weigh, and no history tells them apart. */
const MOST_DRIVERS = 40;
/** A column of texts counts as a code a text: more than these are not told apart. */
const MOST_TEXTS = 12;

/**
 * Reads the drivers of a history of `length` periods for a forecast of `horizon`: `undefined` where none are given.
 * Throws a `UserError` that names the column where a driver is not known ahead or a range doesn't fit.
 */
export function readDrivers(args: DriverArguments, length: number, horizon: number): DriverColumns | undefined {
  const { drivers, future_drivers: ahead, driver_lags: given } = args;
  if (drivers === undefined) {
    if (ahead !== undefined) throw new UserError("drivers: must be given where future_drivers is");
    return undefined;
  }
  const sideways = drivers.length !== length && drivers[0]!.length === length;
  const past = sideways ? drivers : transposed(drivers);
  if (past[0]!.length !== length)
    throw new UserError(
      `drivers: must have one row for each of the ${length} periods of history; got ${past[0]!.length} rows`,
    );
  if (past.length > MOST_DRIVERS)
    throw new UserError(`drivers: must have at most ${MOST_DRIVERS} columns; got ${past.length}`);
  const lags = given ?? past.map(() => 0);
  if (lags.length !== past.length || !lags.every(Number.isInteger))
    throw new UserError(`driver_lags: must be ${past.length} whole numbers, one for each driver column`);
  const future = ahead === undefined ? [] : sideways ? ahead : transposed(ahead);
  if (ahead === undefined ? lags.some((lag) => lag < horizon) : future.length !== past.length)
    throw new UserError(
      `future_drivers: must hold the same ${past.length} columns as drivers over the ${horizon} periods ahead; got ${ahead === undefined ? "nothing" : `${future.length} columns`}`,
    );
  if (ahead !== undefined && future[0]!.length !== horizon)
    throw new UserError(
      `future_drivers: must have one row for each of the ${horizon} periods ahead; got ${future[0]!.length} rows`,
    );
  const columns = past.map((column, j) => lagged([...column, ...(future[j] ?? [])], lags[j]!, length, horizon, j));
  return {
    past: columns.map((column) => column.slice(0, length)),
    future: columns.map((column) => column.slice(length)),
  };
}

const transposed = (rows: readonly (readonly Cell[])[]): Cell[][] => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

const isMissing = (cell: Cell | undefined): boolean => cell === undefined || cell === "NA";

/** The column as it acts: what was known `lag` periods earlier. */
function lagged(column: readonly Cell[], lag: number, length: number, horizon: number, j: number): number[] {
  const cellsOf = Array.from({ length: length + horizon }, (_, t) => (t < lag ? "NA" : (column[t - lag] ?? null)));
  const unknown = cellsOf.findIndex((cell, t) => t >= length && isMissing(cell));
  if (unknown >= 0)
    throw new UserError(
      `future_drivers: column ${j + 1} must be known for every period ahead; row ${unknown - length - lag + 1} is missing. Leave the driver out, or give the lag with which it is published`,
    );
  return numbersOf(cellsOf, length, j);
}

/** Texts become codes, in alphabetical order of the past ones; one never seen before is taken as usual (NaN). */
function numbersOf(column: readonly Cell[], length: number, j: number): number[] {
  const isText = (cell: Cell): cell is string => typeof cell === "string" && cell !== "NA";
  if (!column.some(isText)) return column.map((cell) => (cell === "NA" ? NaN : cell === null ? 0 : Number(cell)));
  const textOf = (cell: Cell): string => (cell === null ? "" : String(cell).trim().toLowerCase());
  const past = column.slice(0, length).filter((cell) => cell !== "NA");
  const texts = [...new Set(past.map(textOf))].sort();
  if (texts.length > MOST_TEXTS)
    throw new UserError(
      `drivers: column ${j + 1} must hold numbers or at most ${MOST_TEXTS} different texts; got ${texts.length}`,
    );
  return column.map((cell) => {
    const code = cell === "NA" ? -1 : texts.indexOf(textOf(cell));
    return code < 0 ? NaN : code;
  });
}
