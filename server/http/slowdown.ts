import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.ts";

/** The first wrong tokens of an address are answered at once, later ones this far apart. */
const FREE = 5;
const APART_MS = 500;
/** Those who may wait; and the addresses remembered, of which the oldest is forgotten first. */
const WAITING = 16;
const ADDRESSES = 10_000;

/** Holds the wrong tokens of one address apart, without keeping anyone else waiting. */
export class Slowdown {
  /** When each address may have its next answer, in the order of their first wrong token. */
  readonly #next = new Map<string, number>();

  async wait(address: string): Promise<void> {
    const now = performance.now();
    // Time gone by gives free ones back, up to all of them.
    const next = Math.max(this.#next.get(address) ?? 0, now - FREE * APART_MS) + APART_MS;
    if (next - now > WAITING * APART_MS)
      throw new Problem(429, "too many wrong tokens: send the right one", { "Retry-After": "10" });
    this.#next.delete(address);
    this.#next.set(address, next);
    for (const oldest of this.#next.keys()) {
      if (this.#next.size <= ADDRESSES) break;
      this.#next.delete(oldest);
    }
    if (next > now) await sleep(next - now);
  }
}
