/** Who waits for a thread: somebody looking at a cell, or a job or plan that takes its time. */
export const LANES = ["cells", "work"] as const;
export type Lane = (typeof LANES)[number];

/**
 * Turns at a few threads: as many at a time as there are threads, cells before long work, else in the order of asking.
 * Nothing waits inside the thread pool itself, so that nobody is left waiting for a thread that has ended.
 */
export class Turns {
  readonly #waiting: Readonly<Record<Lane, Set<() => void>>> = { cells: new Set(), work: new Set() };
  #free: number;

  constructor(threads: number) {
    this.#free = threads;
  }

  /** How many wait. */
  get waiting(): number {
    return LANES.reduce((sum, lane) => sum + this.#waiting[lane].size, 0);
  }

  /** Does the work when its turn comes, and gives the turn on however it ends. Throws the signal's reason where that comes first. */
  async take<T>(lane: Lane, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(lane, signal);
    try {
      return await work();
    } finally {
      this.#giveOn();
    }
  }

  #wait(lane: Lane, signal: AbortSignal): Promise<void> {
    const line = this.#waiting[lane];
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        line.delete(come);
        reject(signal.reason as Error);
      };
      const come = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      line.add(come);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  #giveOn(): void {
    for (const lane of LANES) {
      const [next] = this.#waiting[lane];
      if (next === undefined) continue;
      this.#waiting[lane].delete(next);
      next();
      return;
    }
    this.#free += 1;
  }
}
