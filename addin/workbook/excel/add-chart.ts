import { blockAddress, headerRow, rowOf } from "../../../shared/sheets/layout.ts";
import type { ChartSpec, SheetSpec } from "../../../shared/sheets/spec.ts";

const ROWS = 18;
const COLUMNS = 8;
const TYPES = { column: "ColumnClustered", line: "Line" } as const;

/** Adds a chart that follows its cells, to the right of the sheet's columns, one below the other. */
export function addChart(spec: SheetSpec, chart: ChartSpec, index: number, worksheet: Excel.Worksheet): void {
  const [first, last] = [rowOf(spec, chart.rows[0]), rowOf(spec, chart.rows[1])];
  const range = (column: number): Excel.Range => worksheet.getRange(blockAddress(first, column, last, column));
  const [base = 0, ...more] = chart.series;
  const made = worksheet.charts.add(TYPES[chart.kind], range(base), "Columns");
  const head = made.series.getItemAt(0);
  head.name = spec.columns[base]?.header ?? "";
  head.setXAxisValues(range(chart.labels));
  for (const column of more) {
    const series = made.series.add(spec.columns[column]?.header ?? "");
    series.setValues(range(column));
    series.setXAxisValues(range(chart.labels));
  }
  made.title.text = chart.title;
  made.legend.visible = more.length > 0;
  const top = headerRow(spec) + 1 + index * (ROWS + 1);
  const left = spec.columns.length + 1;
  made.setPosition(
    worksheet.getRange(blockAddress(top, left, top, left)),
    worksheet.getRange(blockAddress(top + ROWS, left + COLUMNS, top + ROWS, left + COLUMNS)),
  );
}
