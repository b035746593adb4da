/**
 * The power of two next below the largest size in the series; 1 for zeros. Dividing by it is exact and keeps squares from
 * overflowing, so that a series in other units (by a power of two) has the same forecast to the last bit.
 */
export function powerUnit(values: readonly number[]): number {
  const most = values.reduce((a, x) => (Math.abs(x) > a ? Math.abs(x) : a), 0);
  return most > 0 ? 2 ** Math.max(-1022, Math.floor(Math.log2(most))) : 1;
}

/** Between these sizes squares neither overflow nor vanish. */
const USUAL_SIZES = [1e-100, 1e100] as const;

/** The unit to work in: 1 for numbers of any use, so that counts stay counts; the power unit for those beyond. */
export function safeUnit(values: readonly number[]): number {
  const unit = powerUnit(values);
  return unit > USUAL_SIZES[0] && unit < USUAL_SIZES[1] ? 1 : unit;
}
