/** A sum or product of decimals without the last bits that binary fractions leave: 0.3, not 0.30000000000000004. */
export const tidy = (x: number): number => (Number.isInteger(x) || !Number.isFinite(x) ? x : Number(x.toPrecision(15)));
