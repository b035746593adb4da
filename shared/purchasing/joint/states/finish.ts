import type { MixedSolver } from "../mixed.ts";
import { enumerate } from "./enumerate.ts";
import { finishingOf, type Finishing } from "./excess.ts";
import { goodPlan, meetInTheMiddle } from "./halves.ts";
import { leftover, offerCore } from "./leftover.ts";
import { optionIn, type State } from "./state.ts";
import type { Table } from "./table.ts";

/** Excess over the bound that is looked through first, in money, and how it widens. */
const FIRST = 0.01;
const WIDER = 2.5;
/** Where no plan is known, excesses beyond this hold all there are. */
const ALL = 1e12;
/** Plans kept of an enumeration. */
const MOST_PLANS = 3000;
/** Part-plans of a half, for a good plan and for the proof. */
const QUICK_PARTS = 3000;
const MOST_PARTS = 25_000;
/** The best known is far off where it is so many times as far as is good enough: then its proof would take long. */
const FAR = 4;
/** Ties within a millionth are looked at too. */
const TIE = 2e-6;

export interface FinishOptions {
  readonly multipliers: readonly number[];
  /** The bound that the multipliers prove. */
  readonly bound: number;
  /** Money within which a plan is to be proven, and within which it is good enough where more takes long. */
  readonly tolerance: number;
  readonly enough: number;
  readonly solver: MixedSolver;
  readonly scratch: Float64Array;
  /** Values a plan and answers what the best known costs; Infinity where none is known. */
  offer(picks: Int32Array): number;
  /** What the best known costs. */
  best(): number;
}

/** A state as far as it could be finished. */
export interface Finished {
  /** No plan of the state costs less, but for those that cost no less than the best known. */
  readonly bound: number;
  /** The state's own best plan, where it was found. */
  readonly picks?: Int32Array | undefined;
}

/**
 * Finds the best plan of a state among those that cost less than the best known: by enumeration of ever larger excesses
 * over the bound; then by meeting in the middle, first for a good plan and then for the proof; then by a small integer
 * programme of what is left.
 */
export function finish(table: Table, state: State, options: FinishOptions): Finished {
  const { multipliers, bound, scratch, offer, best, enough } = options;
  const at = (width: number): Finishing => finishingOf(table, state, multipliers, width + TIE, scratch);
  const gap = (): number => Math.min(ALL, Math.max(0, best() - bound));
  let settled = 0;
  for (let width = Math.min(FIRST, gap()); ; width = Math.min(width * WIDER, gap())) {
    const { plans, complete } = enumerate(at(width), width + TIE, MOST_PLANS);
    const picks = cheapest(table, state, plans);
    for (const plan of plans) offer(plan);
    if (!complete) break;
    if (picks) return { picks, bound: costIn(table, state, picks) };
    settled = width;
    if (width >= gap()) return { bound: bound + width };
  }
  if (gap() > FAR * enough) offerCore(table, state, options);
  const quick = goodPlan(at(gap()), gap(), QUICK_PARTS);
  if (quick) offer(quick);
  if (gap() <= FAR * enough) {
    const least = meetInTheMiddle(at(gap()), gap(), MOST_PARTS);
    if (least?.picks) offer(least.picks);
    if (least?.complete)
      return least.picks ? { picks: least.picks, bound: bound + least.excess } : { bound: bound + gap() };
  }
  if (gap() - settled <= enough) return { bound: bound + settled };
  return leftover(table, state, { ...options, settled });
}

/** What a plan costs in a state. */
export function costIn(table: Table, state: State, picks: Int32Array): number {
  let cost = state.fixed;
  for (const o of picks) cost += optionIn(table, state, o);
  for (const { measure, sign, at, price } of state.ends) {
    if (price === Infinity) continue;
    let total = 0;
    for (const o of picks) total += table.measures[measure]![o]!;
    cost += price * Math.max(0, sign > 0 ? at - total : total - at);
  }
  return cost;
}

function cheapest(table: Table, state: State, plans: readonly Int32Array[]): Int32Array | undefined {
  let [least, found]: [number, Int32Array | undefined] = [Infinity, undefined];
  for (const picks of plans) {
    const cost = costIn(table, state, picks);
    if (cost < least) [least, found] = [cost, picks];
  }
  return found;
}
