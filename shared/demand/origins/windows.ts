/** Most dates from which is forecast. */
const MOST_ORIGINS = 6;

/** Lengths of the part of the history that is known at each origin, the oldest first. */
export function origins(length: number, horizon: number, season: number): number[] {
  const latest = length - horizon;
  const least = Math.max(1, Math.min(latest, Math.max(3, 2 * season + 1)));
  if (latest < 1) return [];
  const step = Math.max(1, Math.floor(Math.min(horizon, (latest - least) / (MOST_ORIGINS - 1))));
  return Array.from({ length: MOST_ORIGINS }, (_, k) => latest - k * step)
    .filter((n) => n >= least)
    .reverse();
}
