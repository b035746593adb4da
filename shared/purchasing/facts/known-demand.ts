/** A history without what is missing; returns (negative demand) count as none. */
export const knownDemand = (history: readonly (number | null)[]): Float64Array =>
  Float64Array.from(
    history.filter((x): x is number => x !== null && !Number.isNaN(x)),
    (x) => Math.max(0, x),
  );
