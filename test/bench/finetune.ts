import { loadNetwork } from "../../server/engines/network.ts";
import { dataFolder } from "../../server/training/pretrained/data.ts";
import { fineTune } from "../../server/training/own/fine-tune.ts";
import type { SeriesTable } from "../../server/training/own/table.ts";
import { RIVALS } from "../../shared/demand/networks/trained/card.ts";
import { storeItemDaily, walmartWeekly } from "./finetune/data.ts";
import type { Figure } from "./main.ts";

/** Series of each set: an even subset, as large as a buyer's table. */
const SERIES = { store_item_daily: 120, walmart_store_dept_weekly: 300 };

const SETS: readonly {
  readonly set: keyof typeof SERIES;
  readonly season: number;
  readonly horizon: number;
  read(folder: string, count: number): SeriesTable;
}[] = [
  { set: "store_item_daily", season: 7, horizon: 28, read: storeItemDaily },
  { set: "walmart_store_dept_weekly", season: 52, horizon: 13, read: walmartWeekly },
];

/**
 * Fine-tuning on a subset of each set: errors of the tuned network on the last 28 days or 13 weeks, which no training
 * saw, against the pretrained one, FORECAST_BEST and the last season repeated; and the time it takes.
 */
export async function run(): Promise<Figure[]> {
  const folder = dataFolder();
  const pretrained = await loadNetwork();
  const figures: Figure[] = [];
  for (const { set, season, horizon, read } of SETS) {
    const series = read(folder, SERIES[set]);
    const count = Object.keys(series).length;
    if (count === 0) {
      console.error(`${set} is not in ${folder}: its figures are left out (LOTWISE_DATA names the folder)`);
      continue;
    }
    const begun = performance.now();
    const { card } = await fineTune({ season, horizon, series }, { pretrained });
    const name = `finetune: ${set}, ${count} series`;
    figures.push({ name: `${name}: time`, unit: "s", value: (performance.now() - begun) / 1000 });
    for (const { rival, ...errors } of card.rivals)
      for (const measure of ["mase", "pinball"] as const)
        figures.push({
          name: `${name}: ${measure} against ${RIVALS[rival]}`,
          unit: "",
          value: card.trained[measure],
          peer: errors[measure],
          ratio: card.trained[measure] / errors[measure],
        });
  }
  return figures;
}
