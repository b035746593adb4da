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

/** Rows and columns (0-based) of the Summary sheet that a chart shows. */
export interface ChartRange {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly labels: number;
  readonly values: number;
}

const SHEET = "Summary";
const HEIGHT = 300;
/** Rows of the default height that a chart covers. */
export const CHART_ROWS = HEIGHT / 20;

/** Inserts a column chart that follows its cells. */
export function insertChart(sheet: Worksheet, row: number, { title, first, last, labels, values }: ChartRange): void {
  const chart = Chart.newColumn();
  const series = new ChartSeries()
    .setCategories(Range.newFromRange(SHEET, first, labels, last, labels))
    .setValues(Range.newFromRange(SHEET, first, values, last, values))
    .setName(title)
    .setFormat(new ChartFormat().setSolidFill(new ChartSolidFill().setColor(Color.rgb(0x2a6f97))))
    .setDataLabel(new ChartDataLabel().showValue().setNumFormat("#,##0"));
  chart.pushSeries(series);
  chart.title().setName(title);
  chart.legend().setHidden();
  chart.yAxis().setNumFormat("#,##0");
  chart.setWidth(1000).setHeight(HEIGHT).setAltText(title);
  sheet.insertChart(row, 0, chart);
}
