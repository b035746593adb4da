import type { Design } from "./regression.ts";

/** Driver columns over the history and over the periods ahead; NaN in the past where nothing was recorded. */
export interface DriverColumns {
  /** One array a column, as long as the history. */
  readonly past: readonly (readonly number[])[];
  /** The same columns over the periods ahead. */
  readonly future: readonly (readonly number[])[];
}

/** Columns ready for the regression, over the history and the periods ahead. */
export interface Expansion {
  readonly design: Design;
  readonly ahead: readonly (readonly number[])[];
}

/** How much is made of the columns: their own effects, their effects a period later too, and their products in pairs. */
export const EXPANSIONS = ["own", "later", "pairs"] as const;
export type ExpansionKind = (typeof EXPANSIONS)[number];

/** A column of whole numbers with so few values is a code, such as a weekday: each value gets an effect of its own. */
const MOST_CODES = 12;
const FEWEST_CODES = 3;
/** How much stronger effects of a period later, of codes and of products are pulled towards none. */
const LATER_PULL = 2;
const CODE_PULL = 1;
const PAIR_PULL = 4;
/** A value ahead may leave the range of the past by half that range; beyond, its effect grows no further. */
const ROOM = 0.5;
/** Products of standardised columns are bounded, so that a rare value has no boundless effect. */
const LARGEST_PRODUCT = 4;
/** More columns than this get no products: they would be slow to weigh and more than the periods can tell apart. */
const MOST_PAIRED = 14;

interface Column {
  /** Over the history, then ahead; standardised, so that 0 is usual. */
  readonly values: readonly number[];
  readonly pull: number;
  /** Columns of one source and time make no products with each other: codes exclude one another. */
  readonly source: number;
}

/**
 * Expands the drivers; undefined where that adds nothing or more than the history can tell apart. Every choice looks at the
 * history alone, so that a longer horizon changes no effect.
 */
export function expandDrivers(
  drivers: DriverColumns,
  multiplicative: boolean,
  kind: ExpansionKind,
): Expansion | undefined {
  const n = drivers.past[0]?.length ?? 0;
  const own = drivers.past.flatMap((past, source) => basisOf(past, drivers.future[source]!, multiplicative, source));
  if (kind === "pairs" && own.length > MOST_PAIRED) return undefined;
  const columns = [...own];
  if (kind !== "own")
    columns.push(
      ...own.map(({ values, pull, source }) => ({
        values: values.map((_, t) => values[Math.max(0, t - 1)]!),
        pull: pull * LATER_PULL,
        source: source + drivers.past.length,
      })),
    );
  if (kind === "pairs") columns.push(...products(columns.length <= MOST_PAIRED ? columns : own));
  if (kind !== "own" && columns.length > n) return undefined;
  return {
    design: { columns: columns.map(({ values }) => values.slice(0, n)), pull: columns.map(({ pull }) => pull) },
    ahead: columns.map(({ values }) => values.slice(n)),
  };
}

function basisOf(
  past: readonly number[],
  future: readonly number[],
  multiplicative: boolean,
  source: number,
): Column[] {
  const known = past.filter((x) => !Number.isNaN(x));
  const distinct = new Set(known);
  if (distinct.size < 2) return [];
  const [low, high] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))];
  const coded = distinct.size >= FEWEST_CODES && distinct.size <= MOST_CODES && known.every(Number.isInteger);
  // A price acts by its ratio where demand is a product: the coefficient is then its elasticity.
  const scale = multiplicative && low > 0 && distinct.size > 2 && !coded ? Math.log : (x: number): number => x;
  const [from, to] = [scale(low), scale(high)];
  const bounded = (x: number): number =>
    Math.max(from - ROOM * (to - from), Math.min(to + ROOM * (to - from), scale(Math.max(x, low > 0 ? low / 1e6 : x))));
  const whole = standardised(past.map(scale), future.map(bounded));
  const columns = [{ values: whole, pull: 1, source }];
  if (coded)
    for (const code of [...distinct].sort((a, b) => a - b)) {
      const is = (x: number): number => (Number.isNaN(x) ? NaN : x === code ? 1 : 0);
      columns.push({ values: standardised(past.map(is), future.map(is)), pull: CODE_PULL, source });
    }
  return columns;
}

/** Mean 0 and standard deviation 1 over the known past; what is missing is 0, the usual. */
function standardised(past: readonly number[], future: readonly number[]): number[] {
  const known = past.filter((x) => !Number.isNaN(x));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((a, x) => a + (x - mean) ** 2, 0) / known.length);
  return [...past, ...future].map((x) => (Number.isNaN(x) || !(deviation > 0) ? 0 : (x - mean) / deviation));
}

function products(columns: readonly Column[]): Column[] {
  const bound = (x: number): number => Math.max(-LARGEST_PRODUCT, Math.min(LARGEST_PRODUCT, x));
  return columns.flatMap((a, i) =>
    columns
      .slice(0, i)
      .filter((b) => b.source !== a.source)
      .map((b) => ({
        values: a.values.map((x, t) => bound(x * b.values[t]!)),
        pull: PAIR_PULL * Math.max(a.pull, b.pull),
        source: -1,
      })),
  );
}

/** The columns as they are, standardised over the history and followed by the periods ahead. */
export function driverFeatures(drivers: DriverColumns | undefined): number[][] {
  return (drivers?.past ?? []).map((past, j) => {
    const known = past.filter((x) => !Number.isNaN(x));
    return known.length === 0
      ? [...past, ...drivers!.future[j]!].map(() => 0)
      : standardised(past, drivers!.future[j]!);
  });
}
