import { basicValue, isMissingMark, shown, type Cell } from "./cells.ts";
import { UserError } from "./errors.ts";
import { own } from "./own.ts";

const { isFinite, isInteger } = Number;

/** How one argument of a worksheet function is read, described and checked. `T` is what the body receives. */
export interface Parameter<T> {
  /** What the argument means, in a buyer's words. */
  readonly doc: string;
  readonly unit?: string;
  /** Completes the sentence "NAME: must be …". */
  readonly must: string;
  readonly shape: "scalar" | "range";
  readonly type: "number" | "string" | "boolean" | "any";
  readonly optional: boolean;
  /** The value an omitted argument takes, for the docs. */
  readonly fallback?: T;
  /** JSON schema of the argument over HTTP. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Reads a present argument. Throws a `UserError` whose message completes "NAME: …". */
  read(raw: unknown): T;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** The typed arguments a body receives: one property per parameter. */
export type ArgumentsOf<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

interface Described {
  readonly doc: string;
  readonly unit?: string;
}

interface Bounds {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly below?: number;
}

function boundsText({ min, above, max, below }: Bounds): string {
  const low = above !== undefined ? `greater than ${above}` : min !== undefined ? `at least ${min}` : "";
  const high = below !== undefined ? `below ${below}` : max !== undefined ? `at most ${max}` : "";
  return [low, high].filter(Boolean).join(" and ");
}

function checkBounds(x: number, bounds: Bounds): void {
  const { min, above, max, below } = bounds;
  if (
    (min !== undefined && x < min) ||
    (above !== undefined && x <= above) ||
    (max !== undefined && x > max) ||
    (below !== undefined && x >= below)
  )
    throw new UserError(`must be ${boundsText(bounds)}; got ${x}`);
}

function boundsSchema({ min, above, max, below }: Bounds): Record<string, number> {
  return {
    ...(min !== undefined && { minimum: min }),
    ...(above !== undefined && { exclusiveMinimum: above }),
    ...(max !== undefined && { maximum: max }),
    ...(below !== undefined && { exclusiveMaximum: below }),
  };
}

function refuseRange(raw: unknown): void {
  if (typeof raw === "object" && Array.isArray(raw)) throw new UserError("must be a single value; got a range");
}

/** A finite number; a blank cell is 0. */
function readNumber(raw: unknown): number {
  const value = basicValue(raw);
  refuseRange(value);
  if (value === null || value === "") return 0;
  if (typeof value !== "number") throw new UserError(`must be a number; got ${shown(value)}`);
  if (!isFinite(value)) throw new UserError("must be a finite number");
  return value;
}

export function number(spec: Described & Bounds): Parameter<number> {
  const limits = boundsText(spec);
  return {
    ...spec,
    must: limits ? `a number ${limits}` : "a number",
    shape: "scalar",
    type: "number",
    optional: false,
    schema: { type: "number", ...boundsSchema(spec) },
    read(raw) {
      const x = readNumber(raw);
      checkBounds(x, spec);
      return x;
    },
  };
}

export function integer(spec: Described & Bounds): Parameter<number> {
  const limits = boundsText(spec);
  return {
    ...number(spec),
    must: limits ? `a whole number ${limits}` : "a whole number",
    schema: { type: "integer", ...boundsSchema(spec) },
    read(raw) {
      const x = readNumber(raw);
      if (!isInteger(x)) throw new UserError(`must be a whole number; got ${x}`);
      checkBounds(x, spec);
      return x;
    },
  };
}

/** One of a few words; upper and lower case are the same. */
export function choice<const W extends readonly string[]>(
  words: W,
  spec: Described & { readonly aliases?: Readonly<Record<string, W[number]>> },
): Parameter<W[number]> {
  const must = `one of ${words.map((w) => `"${w}"`).join(", ")}`;
  return {
    ...spec,
    must,
    shape: "scalar",
    type: "string",
    optional: false,
    schema: { type: "string", enum: words },
    read(raw) {
      const value = basicValue(raw);
      refuseRange(value);
      const word = typeof value === "string" ? value.trim().toLowerCase() : "";
      const found = words.find((w) => w.toLowerCase() === word) ?? own(spec.aliases, word);
      if (found === undefined) throw new UserError(`must be ${must}; got ${shown(value)}`);
      return found;
    },
  };
}

/** The most cells one range may hold; beyond it a worksheet would not answer in the time Excel allows. */
const MAX_CELLS = 1_000_000;

/** Rows of raw cells: a 2-D array, or one value (Excel's 1 x 1 range). A flat array is refused. */
function readRows(raw: unknown): unknown[][] {
  const value = basicValue(raw);
  if (!Array.isArray(value)) return [[value]];
  const rows = value as unknown[];
  if (rows.length === 0) throw new UserError("must hold at least one cell; got an empty range");
  if (!rows.every((row): row is unknown[] => Array.isArray(row)))
    throw new UserError("must be a range: rows of cells, such as [[1],[2],[3]]; got a flat list");
  const width = rows[0]!.length;
  if (width === 0) throw new UserError("must hold at least one cell; got an empty range");
  if (rows.some((row) => row.length !== width)) throw new UserError("must have rows of equal length");
  if (rows.length * width > MAX_CELLS)
    throw new UserError(
      `must hold at most ${MAX_CELLS.toLocaleString("en")} cells: in place of a whole column give a table's column, or a range such as B2:B200`,
    );
  return rows;
}

/** Where a cell is, in words. */
const placeIn = (rows: readonly (readonly unknown[])[], i: number, j: number): string =>
  rows.length === 1 ? `cell ${j + 1}` : rows[i]!.length === 1 ? `row ${i + 1}` : `row ${i + 1}, column ${j + 1}`;

/** Reads a range's cells to numbers: blank is 0, a missing mark is NaN where `missing` allows it. */
function readNumbers(raw: unknown, bounds: Bounds, missing: boolean): number[][] {
  const rows = readRows(raw);
  return rows.map((row, i) =>
    row.map((cell, j) => {
      const at = placeIn(rows, i, j);
      const value = basicValue(cell);
      if (isMissingMark(value)) {
        if (missing) return NaN;
        throw new UserError(`${at} must be a number; got a missing value (#N/A)`);
      }
      try {
        const x = readNumber(value);
        checkBounds(x, bounds);
        return x;
      } catch (error) {
        if (error instanceof UserError) throw new UserError(`${at} ${error.message}`);
        throw error;
      }
    }),
  );
}

interface RangeSpec extends Described, Bounds {
  /** Whether NA and #N/A stand for a missing value (NaN in the body); otherwise they are refused. */
  readonly missing?: boolean;
  readonly minLength?: number;
}

const rangeSchema = (items: unknown): Record<string, unknown> => ({
  type: "array",
  items: { type: "array", items },
});

function numberCell(spec: RangeSpec): unknown {
  const cell = { type: ["number", "null"], ...boundsSchema(spec) };
  return spec.missing ? { anyOf: [cell, { const: "NA" }] } : cell;
}

function rangeMust(what: string, spec: Bounds): string {
  const limits = boundsText(spec);
  return limits ? `${what} of numbers ${limits}` : `${what} of numbers`;
}

function range<T>(spec: RangeSpec, must: string, read: (raw: unknown) => T): Parameter<T> {
  return { ...spec, must, shape: "range", type: "any", optional: false, schema: rangeSchema(numberCell(spec)), read };
}

/** A rectangle of numbers, rows first. */
export function table(spec: RangeSpec): Parameter<number[][]> {
  return range(spec, rangeMust("a range", spec), (raw) => readNumbers(raw, spec, spec.missing ?? false));
}

/** One series: a single row or a single column. */
export function series(spec: RangeSpec): Parameter<number[]> {
  return range(spec, rangeMust("one row or one column", spec), (raw) => {
    const rows = readNumbers(raw, spec, spec.missing ?? false);
    if (rows.length > 1 && rows[0]!.length > 1)
      throw new UserError(`must be one row or one column; got ${rows.length} rows by ${rows[0]!.length} columns`);
    const values = rows.length === 1 ? rows[0]! : rows.map((row) => row[0]!);
    if (values.length < (spec.minLength ?? 1)) throw new UserError(`must hold at least ${spec.minLength} values`);
    return values;
  });
}

/** One or several series: a single row or column is one, otherwise each column is a series. Oldest value first. */
export function history(spec: Omit<RangeSpec, "missing">): Parameter<number[][]> {
  const gaps = { ...spec, missing: true };
  return range(gaps, "a range of numbers, oldest first (NA where a value is missing)", (raw) => {
    const rows = readNumbers(raw, gaps, true);
    return rows.length === 1 ? [rows[0]!] : rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  });
}

/** A rectangle of any cells: text, numbers, booleans; blank is null. */
export function cells(spec: Described): Parameter<Cell[][]> {
  return {
    ...spec,
    must: "a range",
    shape: "range",
    type: "any",
    optional: false,
    schema: rangeSchema({ type: ["number", "string", "boolean", "null"] }),
    read: (raw) =>
      readRows(raw).map((row, i, rows) =>
        row.map((cell, j) => {
          const value = basicValue(cell);
          if (isMissingMark(value)) return "NA";
          if (typeof value === "object" && value !== null)
            throw new UserError(
              `${placeIn(rows, i, j)} must be text, a number, TRUE, FALSE or blank; got ${shown(value)}`,
            );
          return value === "" || value === undefined ? null : (value as Cell);
        }),
      ),
  };
}

/** An argument that may be left out; the body then receives `undefined`. */
export function optional<T>(parameter: Parameter<T>): Parameter<T | undefined> {
  return { ...parameter, optional: true };
}

/** An argument that may be left out; the body then receives `fallback`. */
export function withDefault<T>(parameter: Parameter<T>, fallback: T): Parameter<T> {
  return { ...parameter, optional: true, fallback };
}
