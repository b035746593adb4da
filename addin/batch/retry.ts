const FIRST_MS = 300;
const LONGEST_MS = 8_000;
/** A server may ask for more patience than a cell has; beyond this we try on our own. */
const LONGEST_RETRY_AFTER_MS = 15_000;

/** Exponential backoff before try `attempt` + 1, in milliseconds, spread so that many workbooks don't return at once. */
export function backoff(attempt: number, random: () => number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random() / 2);
}

/** Milliseconds that a Retry-After header asks for (RFC 9110: seconds or a date), capped; undefined without one. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, ms));
}
