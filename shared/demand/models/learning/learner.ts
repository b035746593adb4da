/** Examples to learn from: a row of features each, and what followed. */
export interface Examples {
  readonly rows: readonly (readonly number[])[];
  readonly targets: readonly number[];
}

/** What was learned. */
export interface Learned {
  /** The expected target of a row. */
  predict(row: readonly number[]): number;
  /** Gives back memory that JavaScript does not look after; nothing may be predicted after it. */
  free?(): void;
}

/** Learns from examples. The same examples give the same bits. */
export type Learn = (examples: Examples) => Learned;
