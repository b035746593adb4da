import { pooled } from "./prices.ts";
import type { State, States } from "./state.ts";
import type { MeasureName } from "./table.ts";

/** The states that a state falls into by the first rule that it left open and a plan breaks; undefined: none is. */
export function openParts(states: States, state: State, picks: Int32Array): State[] | undefined {
  const { table } = states;
  const { totals } = pooled(table, picks);
  const amount = (name: MeasureName): number => {
    const j = table.names.indexOf(name);
    return totals[j]! / table.toScale[j]!;
  };
  const g = table.order.groups.findIndex(({ quantity }, index) => {
    const units = amount(`group ${index}`);
    return !state.groups.has(index) && units > 0 && units < quantity - 1e-9;
  });
  if (g >= 0) return states.settleGroup(state, g);
  const fills = states.settleFill(state);
  const filled = fills?.some(({ ends }) => {
    const { measure, at } = ends.at(-1)!;
    return totals[measure]! >= at;
  });
  return filled ? undefined : fills;
}
