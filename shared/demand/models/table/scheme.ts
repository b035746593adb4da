import { LEAST_DEMAND } from "../../history/pattern.ts";
import { listedPart } from "../../history/gaps.ts";
import type { History } from "./examples.ts";
import { MONTHS, WEEKS, type Spans } from "./spans.ts";

/** How a history becomes one of a table. */
export interface Scheme {
  /** Periods of the history in one of the table. */
  readonly block: number;
  readonly spans: Spans;
}

/** By the periods of a season: days are learnt from in weeks, as their course within one is each item's own. */
const SCHEMES: Readonly<Record<number, Scheme>> = {
  7: { block: 7, spans: WEEKS },
  52: { block: 1, spans: WEEKS },
  12: { block: 1, spans: MONTHS },
};

/** Undefined where a table of such periods is not learnt from. */
export const schemeOf = (season: number): Scheme | undefined => SCHEMES[season];

/** Share of a block that must be known for the rest to be taken alike. */
const KNOWN = 0.5;

/** Oldest first, NaN where missing, to the form that tables are learnt from; returns count as none. */
export function tableHistory(history: readonly number[], block: number): History {
  const demand = history.map((x) => (Number.isNaN(x) || x > LEAST_DEMAND ? x : 0));
  if (block === 1) return Float64Array.from(listedPart(demand));
  const first = demand.length % block;
  const sums = Array.from({ length: (demand.length - first) / block }, (_, b) => {
    const known = demand.slice(first + b * block, first + (b + 1) * block).filter((x) => !Number.isNaN(x));
    return known.length < KNOWN * block ? NaN : (known.reduce((a, x) => a + x, 0) * block) / known.length;
  });
  return Float64Array.from(listedPart(sums));
}
