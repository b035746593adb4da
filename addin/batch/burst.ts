import type { Wire } from "./post.ts";

/** What came in one go, gathered to be handed on together. */
export interface Burst<T> {
  add(one: T): void;
  delete(one: T): void;
}

/** A burst is over when nothing has come for `quietMs`, at the latest `longestBurstMs` after its first. */
export function createBurst<T>(
  { clock, limits }: Pick<Wire, "clock" | "limits">,
  over: (gathered: readonly T[]) => void,
): Burst<T> {
  const gathered = new Set<T>();
  let lastAt = 0;

  /** Looks again after `ms`: one timer a burst instead of one a call. */
  function waitForQuiet(latest: number, ms: number): void {
    clock.after(ms, () => {
      const quietIn = Math.min(lastAt + limits.quietMs, latest) - clock.now();
      if (quietIn > 0) return waitForQuiet(latest, quietIn);
      const all = [...gathered];
      gathered.clear();
      over(all);
    });
  }

  return {
    add(one) {
      lastAt = clock.now();
      if (gathered.size === 0) waitForQuiet(lastAt + limits.longestBurstMs, limits.quietMs);
      gathered.add(one);
    },
    delete: (one) => void gathered.delete(one),
  };
}
