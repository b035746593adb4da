import {
  Chart,
  ChartDataLabel,
  ChartFormat,
  ChartRange as Range,
  ChartSeries,
  ChartSolidFill,
  Color,
  type Worksheet,
} from "wasm-xlsxwriter";
import type { ChartSpec } from "../../shared/sheets/spec.ts";

/** What a chart shows; rows and columns are the sheet's own, counted from 0. */
export type ChartRange = ChartSpec & { readonly sheet: string };

const WIDTH = 1000;
const HEIGHT = 300;
/** Rows of the default height that a chart covers. */
export const CHART_ROWS = HEIGHT / 20;

const NEW: Readonly<Record<ChartSpec["kind"], () => Chart>> = {
  column: () => Chart.newColumn(),
  line: () => Chart.newLine(),
};

/** Inserts a chart that follows its cells. */
export function insertChart(sheet: Worksheet, row: number, column: number, range: ChartRange): void {
  const [first, last] = range.rows;
  const chart = NEW[range.kind]();
  const block = (at: number): Range => Range.newFromRange(range.sheet, first, at, last, at);
  for (const values of range.series)
    chart.pushSeries(
      new ChartSeries()
        .setCategories(block(range.labels))
        .setValues(block(values))
        .setName(range.title)
        .setFormat(new ChartFormat().setSolidFill(new ChartSolidFill().setColor(Color.rgb(0x2a6f97))))
        .setDataLabel(new ChartDataLabel().showValue().setNumFormat("#,##0")),
    );
  chart.title().setName(range.title);
  chart.legend().setHidden();
  chart.yAxis().setNumFormat("#,##0");
  chart.setWidth(WIDTH).setHeight(HEIGHT).setAltText(range.title);
  sheet.insertChart(row, column, chart);
}
