import { UserError } from "../../../shared/define/errors.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import { breath } from "./breath.ts";
import type { Ask, Reply } from "./protocol.ts";
import type { Look, Reader } from "./reader.ts";

/** Cells that go over to the thread at a time: some milliseconds' work. */
const AT_ONCE = 20_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The reader in a thread of its own, which is started at its first use. */
export function threadReader(start: () => Worker = () => new Worker("reader.js")): Reader {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let worker: Worker | undefined;
  /** Sheets go over one after another, also where a workbook is read twice at once. */
  let taken: Promise<void> = Promise.resolve();

  function fail(error: Error): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    taken = Promise.reject(new UserError("the workbook must be read again: the thread that read it failed"));
    taken.catch(() => undefined);
  }

  function living(): Worker {
    if (worker) return worker;
    const made = start();
    made.addEventListener("message", ({ data: { id, answer, refused } }: MessageEvent<Reply>) => {
      const asker = waiting.get(id);
      waiting.delete(id);
      if (refused === undefined) asker?.resolve(answer);
      else asker?.reject(refused.code ? new UserError(refused.message, refused.code) : new Error(refused.message));
    });
    made.addEventListener("error", ({ message }) => fail(new Error(`the reader's thread failed: ${message}`)));
    return (worker = made);
  }

  const ask = <T>(question: Ask): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      living().postMessage({ ...question, id });
    });

  async function take(sheets: readonly Sheet[], today: string): Promise<void> {
    for (const { rows, ...sheet } of sheets) {
      await ask({ do: "sheet", sheet });
      const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
      const step = Math.max(1, Math.floor(AT_ONCE / width));
      for (let from = 0; from < rows.length; from += step) {
        await ask({ do: "rows", rows: rows.slice(from, from + step) });
        await breath();
      }
    }
    await ask({ do: "find", today });
  }

  return {
    find(sheets, today) {
      const done = taken.catch(() => undefined).then(() => take(sheets, today));
      taken = done;
      return done;
    },
    async look(wishes) {
      // A thread that was lost has nothing to look at; the workbook must be read again, which says so.
      await taken;
      return ask<Look>({ do: "look", wishes });
    },
    skuInRow: (sheet, row) => ask({ do: "sku", sheet, row }),
  };
}
