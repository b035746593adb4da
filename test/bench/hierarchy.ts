import { minimumTrace, bottomUp, topDown } from "../../shared/demand/hierarchy/reconcile.ts";
import { readHierarchy } from "../../shared/demand/hierarchy/structure.ts";
import { fitStatisticalMean } from "../../shared/demand/models/statistical-mean.ts";
import type { Figure } from "./main.ts";
import { readSeries } from "./data/series-csv.ts";

const WEEKS = 12;

const weekly = (days: readonly number[]): number[] =>
  Array.from({ length: Math.floor(days.length / 7) }, (_, w) =>
    days.slice(7 * w, 7 * w + 7).reduce((a, b) => a + (Number.isNaN(b) ? 0 : b), 0),
  );

/** Everything, each shop, each item, each item in each shop: sums of the bottom series. */
function hierarchyOf(ids: readonly string[]): (string | null)[][] {
  const bottom = ids.map((id) => id.split("_"));
  const shops = [...new Set(bottom.map(([shop]) => shop!))];
  const items = [...new Set(bottom.map(([, item]) => item!))];
  return [
    [null, null],
    ...shops.map((shop) => [shop, null]),
    ...items.map((item) => [null, item]),
    ...bottom.map(([s, i]) => [s!, i!]),
  ];
}

/** Errors of forecasts that add up against those that don't, on weekly sums; the peer is the base forecast's error. */
export async function run(): Promise<Figure[]> {
  const series = readSeries("store_item_daily");
  if (series === undefined)
    throw new Error("no data: set LOTWISE_DATA to the folder that holds dev/store_item_daily.csv.gz");
  const labels = hierarchyOf(series.map(({ id }) => id));
  const structure = readHierarchy(labels);
  const sumOf = (parts: readonly (readonly number[])[], list: readonly number[]): number[] =>
    parts[0]!.map((_, t) => list.reduce((a, k) => a + parts[k]![t]!, 0));
  const past = series.map(({ train }) => weekly(train.slice(train.length % 7)));
  const next = series.map(({ test }) => weekly(test).slice(0, WEEKS));
  const histories = structure.members.map((list) => sumOf(past, list));
  const actual = structure.members.map((list) => sumOf(next, list));
  const fitted = histories.map((values) => fitStatisticalMean({ values, season: 52 }));
  const base = fitted.map((model) => model.predict(WEEKS));
  const length = Math.min(...fitted.map(({ errors }) => errors.length));
  const errors = fitted.map((model, i) => {
    const recent = histories[i]!.slice(-length);
    return model.errors.slice(-length).map((e, t) => (model.relative ? (recent[t]! * e) / (1 + e) : e));
  });
  const periods = base[0]!.map((_, t) => base.map((path) => path[t]!));
  const start = performance.now();
  const structural = minimumTrace(structure, periods, "structural");
  const milliseconds = performance.now() - start;
  const answers = {
    base: periods,
    "mint, structural": structural,
    "mint, errors": minimumTrace(structure, periods, errors),
    "bottom-up": bottomUp(structure, periods),
    "top-down": topDown(structure, periods)!,
  };
  const levels = {
    total: (label: readonly unknown[]) => label.every((x) => x === null),
    groups: (label: readonly unknown[]) => label.filter((x) => x === null).length === 1,
    bottom: (label: readonly unknown[]) => label.every((x) => x !== null),
  };
  const figures: Figure[] = [
    { name: `RECONCILE, ${labels.length} series, ${WEEKS} periods`, value: milliseconds, unit: "ms" },
  ];
  for (const [level, holds] of Object.entries(levels)) {
    const rows = labels.flatMap((label, i) => (holds(label) ? [i] : []));
    const wape = (rowsOf: readonly (readonly number[])[]): number => {
      let [error, size] = [0, 0];
      for (const i of rows)
        for (let t = 0; t < WEEKS; t += 1) {
          error += Math.abs(actual[i]![t]! - rowsOf[t]![i]!);
          size += actual[i]![t]!;
        }
      return error / size;
    };
    const peer = wape(periods);
    for (const [name, rowsOf] of Object.entries(answers))
      figures.push({
        name: `store items WAPE, ${level}, ${name}`,
        value: wape(rowsOf),
        unit: "share",
        peer,
        ratio: wape(rowsOf) / peer,
      });
  }
  return figures;
}
