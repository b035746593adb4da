import { UserError } from "../../../shared/define/errors.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { InSteps } from "../../workbook/port.ts";
import { breath } from "./breath.ts";
import type { Ask, Reply } from "./protocol.ts";
import type { Look, Reader } from "./reader.ts";

/** Cells that go over to the thread at a time: some milliseconds' work. */
const AT_ONCE = 20_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

type Asks = <T>(question: Ask) => Promise<T>;

/** The reader in a thread of its own, which is started at its first use. */
export function threadReader(start: () => Worker = () => new Worker("reader.js")): Reader {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let worker: Worker | undefined;
  /** Sheets go over one after another, also where a workbook is read twice at once. */
  let taken: Promise<void> = Promise.resolve();

  function fail(error: Error, why = "the thread that read it failed"): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    taken = Promise.reject(new UserError(`the workbook must be read again: ${why}`));
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

  const ask: Asks = <T>(question: Ask) =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      living().postMessage({ ...question, id });
    });

  return {
    find(sheets, today, how = {}) {
      const { signal } = how;
      const stop = (): void => fail(signal?.reason as Error, "it was not read to its end");
      const done = taken
        .catch(() => undefined)
        .then(async () => {
          signal?.throwIfAborted();
          signal?.addEventListener("abort", stop, { once: true });
          await handOver(ask, sheets, today, how);
        })
        .finally(() => signal?.removeEventListener("abort", stop));
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

/** Hands sheets over in portions, then has their tables found. */
async function handOver(
  ask: Asks,
  sheets: readonly Sheet[],
  today: string,
  { progress, signal }: InSteps,
): Promise<void> {
  for (const [index, { rows, ...sheet }] of sheets.entries()) {
    await ask({ do: "sheet", sheet });
    const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
    const step = Math.max(1, Math.floor(AT_ONCE / width));
    for (let from = 0; from < rows.length; from += step) {
      await ask({ do: "rows", rows: rows.slice(from, from + step) });
      await breath();
      signal?.throwIfAborted();
      const done = Math.min(rows.length, from + step);
      progress?.({ sheet: sheet.name, done, rows: rows.length, share: (index + done / rows.length) / sheets.length });
    }
  }
  await ask({ do: "find", today });
}
