import type { Answer } from "../../shared/define/cells.ts";

/** Remembers answers by the content of their call, forgetting the longest unused beyond `capacity` bytes. */
export interface Cache {
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer): void;
  readonly bytes: number;
}

/** An estimate of the memory an answer takes: JavaScript text is two bytes a character, a number eight. */
function sizeOf(answer: Answer): number {
  const cells = Array.isArray(answer) ? answer.flat() : [answer];
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? 2 * cell.length : 8), 0);
}

export function createCache(capacity: number): Cache {
  // A Map keeps the order of insertion, so its first key is the one longest unused.
  const entries = new Map<string, { answer: Answer; bytes: number }>();
  let total = 0;

  function forget(key: string): void {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  return {
    get bytes() {
      return total;
    },
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.answer;
    },
    set(key, answer) {
      forget(key);
      const bytes = 2 * key.length + sizeOf(answer);
      // One that alone takes a quarter of the room would push out too many others.
      if (bytes > capacity / 4) return;
      entries.set(key, { answer, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= capacity) break;
        forget(oldest);
      }
    },
  };
}
