/** A steady seller that sells nothing of late, which chance does not explain. */
export interface SuddenSilence {
  /** Periods without a sale at the history's end. */
  readonly silent: number;
  /** Periods looked at before, those of them that sold, and their mean demand. */
  readonly before: number;
  readonly sold: number;
  readonly level: number;
}

/** Fewer periods may be chance; after more it is no news. */
const [SHORTEST, LONGEST] = [2, 13];
/** Periods before that must tell of a steady seller, and how many of them are looked at. */
const [FEWEST, LOOKED_AT] = [13, 26];
/** Share of them that must have sold: at this many, two silent ones in a row come once in a hundred times. */
const STEADY = 0.9;

/** Whether an item that sold steadily fell silent: out of stock, or not sold any more. */
export function suddenSilence(history: readonly number[]): SuddenSilence | undefined {
  const known = history.filter((x) => !Number.isNaN(x));
  const last = known.findLastIndex((x) => x > 0);
  const silent = known.length - 1 - last;
  const before = known.slice(Math.max(0, last + 1 - LOOKED_AT), last + 1);
  const sold = before.filter((x) => x > 0).length;
  if (silent < SHORTEST || silent > LONGEST || before.length < FEWEST || sold < STEADY * before.length)
    return undefined;
  return { silent, before: before.length, sold, level: before.reduce((a, x) => a + Math.max(0, x), 0) / before.length };
}
