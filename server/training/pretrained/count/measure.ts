import { classicTotal } from "../../../../shared/demand/slow/classic-total.ts";
import type { CountNetwork } from "../../../../shared/demand/networks/slow/network.ts";
import { leadTimeTotal } from "../../../../shared/demand/networks/slow/slow-demand.ts";
import { itemsOf, SCORED, type CountItem } from "./items.ts";
import { scoreTotals, type CountScore } from "./score.ts";
import { CLASSICS } from "./classics.ts";

export interface MeasuredCounts extends Pick<CountScore, "pinball" | "bias" | "below" | "within"> {
  readonly set: string;
  readonly items: number;
  readonly method: string;
}

/** Scores on the test parts: with and without the network that is to foretell an item, and the classics. */
export function measureCounts(folder: string, networkOf: (item: CountItem) => CountNetwork): MeasuredCounts[] {
  return SCORED.flatMap((set) => {
    const items = itemsOf(folder, set);
    if (items.length === 0) return [];
    const measured = (method: string, { pinball, bias, below, within }: CountScore): MeasuredCounts => ({
      set,
      items: items.length,
      method,
      pinball: rounded(pinball),
      bias: rounded(bias),
      below: below.map(rounded),
      within: within.map(rounded),
    });
    return [
      measured(
        "with the network",
        scoreTotals(items, (item) => leadTimeTotal(item.values, item.periods, networkOf(item))),
      ),
      measured(
        "count model",
        scoreTotals(items, ({ values, periods }) => leadTimeTotal(values, periods)),
      ),
      ...Object.entries(CLASSICS).map(([name, fit]) =>
        measured(
          name,
          scoreTotals(items, ({ values, periods }) => classicTotal(fit({ values, season: 1 }), periods, true)),
        ),
      ),
    ];
  });
}

const rounded = (x: number): number => Number(x.toFixed(4));
