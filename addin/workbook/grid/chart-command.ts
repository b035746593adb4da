import type { CoreCommand } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { blockAddress, headerRow, rowOf } from "../../../shared/sheets/layout.ts";
import { COLOURS } from "../../../shared/sheets/look.ts";
import type { ChartSpec, SheetSpec } from "../../../shared/sheets/spec.ts";

const SIZE = { width: 720, height: 340 };

/** Creates the chart to the right of the sheet's columns, one below the other. */
export function chartCommand(
  spec: SheetSpec,
  chart: ChartSpec,
  index: number,
  sheetId: string,
  id: string,
): CoreCommand {
  const [first, last] = [rowOf(spec, chart.rows[0]), rowOf(spec, chart.rows[1])];
  const range = (column: number): string => blockAddress(first, column, last, column);
  const common = {
    title: { text: chart.title, color: COLOURS.ink },
    legendPosition: chart.series.length > 1 ? ("top" as const) : ("none" as const),
    dataSource: {
      type: "range" as const,
      dataSets: chart.series.map((column) => ({ dataSetId: `${id}-${column}`, dataRange: range(column) })),
      dataSetsHaveTitle: false,
      labelRange: range(chart.labels),
    },
    dataSetStyles: Object.fromEntries(
      chart.series.map((column) => [`${id}-${column}`, { label: spec.columns[column]?.header ?? "" }]),
    ),
    stacked: false,
  };
  return {
    type: "CREATE_CHART",
    sheetId,
    chartId: id,
    figureId: `${id}-figure`,
    col: spec.columns.length,
    row: headerRow(spec) + 1,
    offset: { x: 20, y: index * (SIZE.height + 20) },
    size: SIZE,
    definition:
      chart.kind === "line"
        ? { ...common, type: "line", labelsAsText: true, cumulative: false }
        : { ...common, type: "bar" },
  };
}
