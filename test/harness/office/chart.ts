import { parseBlock, type Block } from "./address.ts";
import { answered, STANDARD_HEIGHT, STANDARD_WIDTH } from "./range.ts";
import { remote, type Property, type Queue, type Remote } from "./remote.ts";
import type { ChartState, SheetState } from "./state.ts";

const addressOf = (range: Remote): string => (range["address$"] as () => string)();

/** Where a block's top left corner is, in points. */
function cornerOf({ widths, heights }: SheetState, { top, left }: Block): { left: number; top: number } {
  const sum = (count: number, sizes: ReadonlyMap<number, number>, standard: number): number =>
    Array.from({ length: count }, (_, i) => sizes.get(i) ?? standard).reduce((a, b) => a + b, 0);
  return { left: sum(left, widths, STANDARD_WIDTH), top: sum(top, heights, STANDARD_HEIGHT) };
}

export function chartObject(queue: Queue, sheet: () => SheetState, chart: () => ChartState): Remote {
  const series = (find: () => ChartState["series"][number]): Remote =>
    remote(queue, "series", {
      properties: { name: { get: () => find().name, set: (name: never) => void (find().name = name) } },
      members: {
        setValues: (range: Remote) => queue.push(() => void (find().values = addressOf(range))),
        setXAxisValues: (range: Remote) => queue.push(() => void (find().labels = addressOf(range))),
        getDimensionDataSourceString(dimension: "Values" | "Categories") {
          const result: { value?: unknown } = {};
          queue.push(() => void (result.value = dimension === "Values" ? find().values : find().labels));
          return answered(result);
        },
      },
    });
  const place = (side: keyof ChartState["place"]): Property => ({
    get: () => chart().place[side],
    set: (points: never) => void (chart().place[side] = points),
  });
  return remote(queue, "chart", {
    properties: {
      name: { get: () => chart().name, set: (name: never) => void (chart().name = name) },
      chartType: { get: () => chart().type },
      left: place("left"),
      top: place("top"),
      width: place("width"),
      height: place("height"),
    },
    members: {
      delete: () => queue.push(() => void (sheet().charts = sheet().charts.filter((one) => one !== chart()))),
      setPosition: (from: Remote, to: Remote) =>
        queue.push(() => {
          const start = cornerOf(sheet(), parseBlock(addressOf(from)));
          const { bottom, right, ...last } = parseBlock(addressOf(to));
          const end = cornerOf(sheet(), { ...last, bottom, right, top: bottom + 1, left: right + 1 });
          chart().place = { ...start, width: end.left - start.left, height: end.top - start.top };
        }),
      title: remote(queue, "title", {
        properties: {
          text: { get: () => chart().title, set: (text: never) => void (chart().title = text) },
          visible: { get: () => chart().title !== "", set: () => void (chart().title = "") },
        },
      }),
      legend: remote(queue, "legend", {
        properties: { visible: { get: () => chart().legend, set: (on: never) => void (chart().legend = on) } },
      }),
      series: remote(queue, "seriesCollection", {
        items: () => chart().series.map((one) => series(() => one)),
        members: {
          getItemAt: (index: number) => series(() => chart().series[index]!),
          add(name: string) {
            const made = { name, values: "", labels: "" };
            queue.push(() => void chart().series.push(made));
            return series(() => made);
          },
        },
      }),
    },
  });
}
