/** How much goes into one request and how long a cell may wait. */
export interface Limits {
  /** The most bytes of one request. Excel on the web carries at most 5 MB (office-js issue 4654). */
  readonly bytes: number;
  /** The most bytes of one answer: office.js cuts results at 2 MB (`_maxResultSize`), and one that is larger is lost. */
  readonly answerBytes: number;
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
  bytes: 4_500_000,
  answerBytes: 1_900_000,
  calls: 5_000,
  inFlight: 4,
  timeoutMs: 55_000,
  attempts: 4,
  cacheBytes: 16_000_000,
};
