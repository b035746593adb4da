import { randomFrom } from "../../../numeric/random.ts";
import { drawn } from "../trees/draw.ts";
import { meanOf, type States } from "./states.ts";

/** A place in an item's history: what came before it is known, what follows is to be foretold. */
export interface Cut {
  readonly item: number;
  /** Periods of the item that are known. */
  readonly t: number;
}

export interface CutRules {
  readonly horizon: number;
  /** Fewest periods that an item must have been known for. */
  readonly least: number;
  /** Periods back from the end that cuts reach. */
  readonly reach: number;
  /** Cuts that are kept, drawn at random where there are more. */
  readonly most: number;
  readonly seed: number;
}

/** The places of an item that are cuts: it has sold twice, is known for long enough, and what follows was seen. */
export function placesOf(states: States, { horizon, least, reach }: CutRules): number[] {
  const { sold, values } = states;
  const places: number[] = [];
  for (let t = Math.max(least, values.length - reach); t + horizon <= values.length; t += 1)
    if (sold[t]! >= 2 && !Number.isNaN(meanOf(states, t, t + horizon))) places.push(t);
  return places;
}

/** The cuts to learn from, by item and time. */
export function cutsOf(places: readonly (readonly number[])[], { most, seed }: CutRules): Cut[] {
  const all = places.reduce((sum, { length }) => sum + length, 0);
  const cuts: Cut[] = [];
  let [item, before] = [0, 0];
  for (const place of drawn(all, most, randomFrom(seed))) {
    while (place >= before + places[item]!.length) before += places[item++]!.length;
    cuts.push({ item, t: places[item]![place - before]! });
  }
  return cuts;
}
