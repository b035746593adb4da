import * as chartJs from "chart.js";

/** The grid looks for Chart.js among the page's globals, with all of its parts on it. */
export function registerCharts(): void {
  chartJs.Chart.register(...chartJs.registerables);
  for (const [name, part] of Object.entries(chartJs))
    if (!(name in chartJs.Chart)) Object.defineProperty(chartJs.Chart, name, { value: part });
  Object.assign(globalThis, { Chart: chartJs.Chart });
}
