/** A value that tells who listens when it changes; the components show it, the tests read it. */
export interface Store<T> {
  get(): T;
  /** Replaces what is named and leaves the rest. */
  set(change: Partial<T>): void;
  /** Answers how to stop listening. */
  subscribe(told: () => void): () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      for (const told of [...listeners]) told();
    },
    subscribe(told) {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}
