/** The arithmetic mean; NaN of no values. */
export const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
