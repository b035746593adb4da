import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { nextMessage, startChild } from "../harness/child.ts";
import type { Took } from "./large-book/read-child.ts";
import type { Figure } from "./main.ts";

const ROWS = 500_000;
const SEED = 1;

async function inChild(name: string, args: readonly string[]): Promise<unknown> {
  const child = startChild(new URL(`large-book/${name}-child.ts`, import.meta.url), args);
  const exit = once(child, "exit");
  const message = await nextMessage(child);
  await exit;
  return message;
}

/** A workbook of 500,000 sales in 8 columns, as .xlsx and as .csv, read as `npm run reorder` does, in a process of its own. */
export async function run(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "reading-size-"));
  const figures: Figure[] = [];
  try {
    for (const kind of ["xlsx", "csv"]) {
      const file = path.join(folder, `large.${kind}`);
      await inChild("write", [file, String(ROWS), String(SEED)]);
      const { seconds, cpuSeconds, megabytes, items } = (await inChild("read", [file])) as Took;
      const figure = (what: string, value: number, unit: string, peer?: number): void => {
        const rounded = Math.round(100 * value) / 100;
        figures.push({ name: `reading-${ROWS}-rows-${kind}${what}`, value: rounded, unit, ...(peer && { peer }) });
      };
      figure("", seconds, "s", 7);
      figure("-cpu", cpuSeconds, "s");
      figure("-memory", megabytes, "MB", 800);
      figure("-items", items, "items");
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return figures;
}
