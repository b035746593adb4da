/*
 * Thresholds compare after rounding to a millionth: an optimal order often lands exactly on one, and sums of decimals in
 * binary fractions would miss it by their last bit.
 */
const millionths = (x: number): number => Math.round(x * 1e6);

/** The least by which a sum goes beyond a threshold. */
export const MILLIONTH = 1e-6;

/** How far below a threshold a sum may lie and still reach it. */
export const HALF_MILLIONTH = 5e-7;

export const reaches = (x: number, threshold: number): boolean => millionths(x) >= millionths(threshold);

export const keepsTo = (x: number, limit: number): boolean => millionths(x) <= millionths(limit);
