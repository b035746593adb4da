/** Periods without a sale at the end of a history, and the most that lay between two sales before. */
function silences(history: readonly number[]): { readonly now: number; readonly longest: number } {
  let [now, longest, sold] = [0, 0, false];
  for (const x of history) {
    if (x > 0) {
      if (sold) longest = Math.max(longest, now);
      [now, sold] = [0, true];
    } else if (!Number.isNaN(x)) now += 1;
  }
  return { now, longest };
}

export interface Need {
  /** Units short of what an order brings the position to. */
  readonly short: number;
  /** Mean demand over the time that an order must cover, and that time in periods. */
  readonly expected: number;
  readonly periods: number;
  /** Whether the item is counted in whole units. */
  readonly counted: boolean;
}

/**
 * Units to order before the supplier's rules: what is short, but nothing for the last breath of a forecast that dies, which
 * a pack would turn into money. A forecast dies where the item has been silent for longer than it ever was between two
 * sales, and need and expected demand are each below half of the smallest sale (of its part, where an order covers part
 * of a period) or half a unit.
 */
export function wantedUnits(history: readonly number[], { short, expected, periods, counted }: Need): number {
  const { now, longest } = silences(history);
  if (now <= longest) return short;
  const smallest = history.reduce((least, x) => (x > 0 ? Math.min(least, x) : least), Infinity);
  const least = Math.max(counted ? 0.5 : 0, (smallest / 2) * Math.min(1, periods));
  return short < least && expected < least ? 0 : short;
}
