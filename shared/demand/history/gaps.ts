/** Older history says nothing more about the next periods, but four seasons are wanted. */
const LONGEST = 420;

/** The last periods of a history, as many as forecasting makes use of. */
export function recentPart(values: readonly number[], season: number): readonly number[] {
  return values.slice(-Math.max(LONGEST, 4 * season));
}

/**
 * The part of an item's history that speaks of its demand: leading zeros (the item was not yet listed) and leading
 * gaps are dropped. A history of zeros only keeps one zero; an empty one, or one of gaps only, is empty.
 */
export function listedPart(values: readonly number[]): number[] {
  const start = values.findIndex((x) => x !== 0 && !Number.isNaN(x));
  if (start >= 0) return values.slice(start);
  return values.some((x) => x === 0) ? [0] : [];
}

/** Mean of the values present, NaN where there are none. */
function meanPresent(values: readonly (number | undefined)[]): number {
  const present = values.filter((x): x is number => x !== undefined && !Number.isNaN(x));
  return present.length === 0 ? NaN : present.reduce((a, b) => a + b, 0) / present.length;
}

/**
 * Fills gaps (NaN): with the neighbouring seasons' mean of the same season where there are any, moved by how the level
 * changed in between; otherwise on the straight line between the neighbours. Gaps at the ends take the nearest value.
 */
export function fillGaps(values: readonly number[], season: number): number[] {
  if (!values.some(Number.isNaN)) return [...values];
  const line = interpolate(values);
  if (season < 2 || values.length < 2 * season) return line;
  const half = Math.floor(season / 2);
  const level = (t: number): number => meanPresent(line.slice(Math.max(0, t - half), t + half + 1));
  return values.map((x, t) => {
    if (!Number.isNaN(x)) return x;
    const ratios = [t - season, t + season]
      .filter((u) => values[u] !== undefined && !Number.isNaN(values[u]) && level(u) > 0)
      .map((u) => values[u]! / level(u));
    return ratios.length === 0 ? line[t]! : meanPresent(ratios) * level(t);
  });
}

function interpolate(values: readonly number[]): number[] {
  const filled = [...values];
  let last = -1;
  for (let t = 0; t <= values.length; t += 1) {
    if (t < values.length && Number.isNaN(values[t]!)) continue;
    const left = last >= 0 ? values[last]! : (values[t] ?? 0);
    const right = t < values.length ? values[t]! : left;
    for (let u = last + 1; u < t; u += 1) filled[u] = left + ((right - left) * (u - last)) / (t - last);
    last = t;
  }
  return filled;
}
