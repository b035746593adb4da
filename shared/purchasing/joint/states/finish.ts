import type { MixedSolver } from "../mixed.ts";
import { enumerate } from "./enumerate.ts";
import { finishingOf, type Finishing } from "./excess.ts";
import { meetInTheMiddle } from "./halves.ts";
import { costIn, leftover } from "./leftover.ts";
import type { State } from "./state.ts";
import type { Table } from "./table.ts";

/** Excess over the bound that is looked through first, in money, and how it widens. */
const FIRST = 0.01;
const WIDER = 2.5;
/** Plans kept of an enumeration; beyond, the next smaller excess is settled first. */
const MOST_PLANS = 3000;
/** Ties within a millionth are looked at too. */
const TIE = 2e-6;

/** A state as far as it could be finished. */
export interface Finished {
  /** Plans to value, the state's best among them where `bound` is proven. */
  readonly plans: readonly Int32Array[];
  /** No plan of the state costs less. */
  readonly bound: number;
  /** Whether the best of `plans` costs `bound`: the state is settled but for rules it left open. */
  readonly exact: boolean;
}

export interface FinishOptions {
  readonly multipliers: readonly number[];
  /** The bound that the multipliers prove. */
  readonly bound: number;
  /** Excess over the bound from which on the state is of no use; Infinity where no plan is known. */
  readonly gap: number;
  readonly tolerance: number;
  readonly solver: MixedSolver;
  readonly scratch: Float64Array;
}

/** What is settled at one width, or nothing where there is too much to look through. */
type Way = (finishing: Finishing, width: number) => { readonly plans: readonly Int32Array[] } | undefined;

const byEnumeration: Way = (finishing, width) => {
  const { plans, complete } = enumerate(finishing, width + TIE, MOST_PLANS);
  return complete ? { plans } : undefined;
};

const inTheMiddle: Way = (finishing, width) => {
  const least = meetInTheMiddle(finishing, width);
  return least && { plans: least.picks ? [least.picks] : [] };
};

/**
 * Finds the best plan of a state among those that cost less than the best known: by enumeration of ever larger excesses
 * over the bound, then by meeting in the middle, then by a small integer programme of what is left.
 */
export function finish(table: Table, state: State, options: FinishOptions): Finished {
  const { multipliers, bound, gap, tolerance, scratch } = options;
  const ways = [byEnumeration, inTheMiddle];
  let settled = 0;
  for (let width = Math.min(FIRST, gap); ways.length > 0; width = Math.min(width * WIDER, gap)) {
    const finishing = finishingOf(table, state, multipliers, width + TIE, scratch);
    let made = ways[0]!(finishing, width);
    while (!made && ways.length > 0) {
      ways.shift();
      made = ways[0]?.(finishing, width);
    }
    if (!made) break;
    if (made.plans.length > 0) {
      const least = made.plans.reduce((so, picks) => Math.min(so, costIn(table, state, picks)), Infinity);
      return { plans: made.plans, bound: least, exact: true };
    }
    settled = width;
    if (width >= gap) return { plans: [], bound: bound + gap, exact: false };
    // Where no plan is known, all options are in play in the end.
    if (width > 1e12) return { plans: [], bound: Infinity, exact: false };
  }
  return leftover(table, state, { ...options, bound, tolerance, settled });
}
