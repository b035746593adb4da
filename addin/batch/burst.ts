import type { Wire } from "./post.ts";

/** What came in one go, gathered to be handed on together. */
export interface Burst<T> {
  add(one: T): void;
  delete(one: T): void;
}

/**
 * Excel hands over all calls of a recalculation in one go, without a pause: what comes after it belongs to the next. No
 * timer: with the pane closed they are slowed down to one a second and less (office-js issues 6936 and 3215).
 */
export function createBurst<T>({ clock }: Pick<Wire, "clock">, over: (gathered: readonly T[]) => void): Burst<T> {
  const gathered = new Set<T>();
  let due = false;
  return {
    add(one) {
      gathered.add(one);
      if (due) return;
      due = true;
      clock.soon(() => {
        due = false;
        const all = [...gathered];
        gathered.clear();
        over(all);
      });
    },
    delete: (one) => void gathered.delete(one),
  };
}
