import { randomStream } from "../../../server/training/pretrained/random.ts";
import type { SeriesTable } from "../../../server/training/own/table.ts";
import type { TuningSize } from "../../../server/training/own/fine-tune.ts";

/** Months of a few items: growth, a year's season and noise. */
export function smallTable(count = 8, length = 72): SeriesTable {
  return Object.fromEntries(
    Array.from({ length: count }, (_, k) => {
      const random = randomStream(40 + k);
      const value = (t: number): number =>
        (50 + t) * (1 + 0.4 * Math.sin((2 * Math.PI * (t + k)) / 12)) * (0.8 + 0.4 * random());
      return [`S${k}`, Array.from({ length }, (_, t) => Math.round(value(t)))];
    }),
  );
}

/** As little as shows that it works. */
export const SMALL: TuningSize = { steps: 20, batch: 16, examples: 100 };
