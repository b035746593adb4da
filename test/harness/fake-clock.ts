/** Time that moves only when told, with the timers of a browser. */
export interface FakeClock {
  now(): number;
  after(ms: number, task: () => void): () => void;
  /** Runs `task` at this moment of the clock, after what runs now. */
  soon(task: () => void): void;
  setTimeout(task: () => void, ms?: number): number;
  clearTimeout(id?: number): void;
  /** Moves time on, running what falls due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** How many timers wait. */
  readonly timers: number;
}

/** Lets every promise that can settle do so. */
function settlePromises(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

export function fakeClock(start = Date.UTC(2026, 10, 23)): FakeClock {
  const timers = new Map<number, { at: number; task: () => void }>();
  let now = start;
  let lastId = 0;

  function setTimer(task: () => void, ms = 0): number {
    timers.set(++lastId, { at: now + Math.max(0, ms), task });
    return lastId;
  }

  return {
    now: () => now,
    after(ms, task) {
      const id = setTimer(task, ms);
      return () => void timers.delete(id);
    },
    soon: (task) => void setTimer(task, 0),
    setTimeout: setTimer,
    clearTimeout: (id) => void (id !== undefined && timers.delete(id)),
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        await settlePromises();
        const [next] = [...timers].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at || a[0] - b[0]);
        if (!next) break;
        const [id, { at, task }] = next;
        timers.delete(id);
        now = at;
        task();
      }
      now = until;
      await settlePromises();
    },
    get timers() {
      return timers.size;
    },
  };
}
