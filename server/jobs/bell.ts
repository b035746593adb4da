/** Wakes those who wait for a key: the quick way, inside one process, to hear of a change. */
export class Bell {
  readonly #waiting = new Map<string, Set<() => void>>();

  ring(key: string): void {
    for (const wake of [...(this.#waiting.get(key) ?? [])]) wake();
  }

  /** Resolves at the next ring, after `ms` milliseconds, or when the signal aborts: whichever comes first. */
  wait(key: string, ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiters = this.#waiting.get(key) ?? new Set();
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        waiters.delete(wake);
        if (waiters.size === 0 && this.#waiting.get(key) === waiters) this.#waiting.delete(key);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      if (signal?.aborted === true) {
        wake();
        return;
      }
      waiters.add(wake);
      this.#waiting.set(key, waiters);
      signal?.addEventListener("abort", wake, { once: true });
    });
  }
}
