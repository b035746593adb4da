import { remote, type Queue, type Remote } from "./remote.ts";
import type { ChartState, SheetState } from "./state.ts";

const addressOf = (range: Remote): string => (range["address$"] as () => string)();

export function chartObject(queue: Queue, sheet: () => SheetState, chart: () => ChartState): Remote {
  const series = (find: () => ChartState["series"][number]): Remote =>
    remote(queue, "series", {
      properties: { name: { get: () => find().name, set: (name: never) => void (find().name = name) } },
      members: {
        setValues: (range: Remote) => queue.push(() => void (find().values = addressOf(range))),
        setXAxisValues: (range: Remote) => queue.push(() => void (find().labels = addressOf(range))),
      },
    });
  return remote(queue, "chart", {
    properties: { name: { get: () => chart().name } },
    members: {
      delete: () => queue.push(() => void (sheet().charts = sheet().charts.filter((one) => one !== chart()))),
      setPosition: (from: Remote, to: Remote) => queue.push(() => void [addressOf(from), addressOf(to)]),
      title: remote(queue, "title", {
        properties: { text: { get: () => chart().title, set: (text: never) => void (chart().title = text) } },
      }),
      legend: remote(queue, "legend", {
        properties: { visible: { get: () => chart().legend, set: (on: never) => void (chart().legend = on) } },
      }),
      series: remote(queue, "seriesCollection", {
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
