import type { LineChart } from "./book.ts";

/** A line chart as the grid's model holds it. */
export function chartFigure({ title, series, labels, at, size }: LineChart, id: string): Record<string, unknown> {
  return {
    id: `${id}-figure`,
    tag: "chart",
    col: at[0],
    row: at[1],
    offset: { x: 10, y: 4 },
    width: size[0],
    height: size[1],
    data: {
      chartId: id,
      type: "line",
      title: { text: title, fontSize: 13 },
      legendPosition: "bottom",
      dataSource: {
        type: "range",
        dataSets: series.map((dataRange, i) => ({ dataSetId: String(i), dataRange })),
        dataSetsHaveTitle: true,
        labelRange: labels,
      },
      dataSetStyles: {},
      labelsAsText: false,
      stacked: false,
      cumulative: false,
    },
  };
}
