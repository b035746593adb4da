/** How much goes into one request and how long a cell may wait. */
export interface Limits {
  /** A burst of calls is over when none has come for this long, in milliseconds. */
  readonly quietMs: number;
  /** A burst that never pauses is sent after this long, in milliseconds. */
  readonly longestBurstMs: number;
  /** The most bytes of one request, and of one answer. Excel on the web carries at most 5 MB (office-js issue 4654). */
  readonly bytes: number;
  /** The most calls of one request. */
  readonly calls: number;
  /** The most requests under way at once; browsers open six connections to one host. */
  readonly inFlight: number;
  /** The longest a cell waits, in milliseconds. Excel itself never gives up, and a Mac stops a request after 60 s. */
  readonly timeoutMs: number;
  /** How often a request that finds no server is tried in all. */
  readonly attempts: number;
  /** Memory for remembered answers, in bytes. */
  readonly cacheBytes: number;
}

export const LIMITS: Limits = {
  quietMs: 10,
  longestBurstMs: 200,
  bytes: 4_500_000,
  calls: 5_000,
  inFlight: 4,
  timeoutMs: 55_000,
  attempts: 4,
  cacheBytes: 16_000_000,
};
