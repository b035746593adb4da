/** One call of `POST /v1/compute`. */
export interface Call {
  readonly function: string;
  readonly args: readonly unknown[];
}

/** Some of a request's calls, as they go to a thread. */
export interface CallBatch {
  /** Their places in the request. */
  readonly at: readonly number[];
  /** The calls, packed. */
  readonly calls: Uint8Array<ArrayBuffer>;
}

/** A large request's calls, read by a thread. */
export interface ReadCalls {
  readonly count: number;
  /** Outcomes of those that are none, as JSON, by their places. */
  readonly refused: readonly (readonly [number, string])[];
  readonly batches: readonly CallBatch[];
}
