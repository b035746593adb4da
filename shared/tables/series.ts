/** Adds two series that end together. */
export function sumSeries(a: readonly (number | null)[], b: readonly (number | null)[]): (number | null)[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  return long.map((value, i) =>
    i < offset ? value : value === null ? (short[i - offset] ?? null) : value + (short[i - offset] ?? 0),
  );
}
