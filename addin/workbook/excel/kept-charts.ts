import type { CellAddress } from "../port.ts";
import { splitAddress } from "./selection.ts";

interface KeptSeries {
  readonly name: string;
  readonly values: CellAddress;
  readonly labels: CellAddress | undefined;
}

/** A chart as far as Excel tells it: what it shows and where it stands, not the looks of its parts. */
export interface KeptChart {
  readonly name: string;
  readonly type: Excel.Chart["chartType"];
  readonly title: string | undefined;
  readonly legend: boolean;
  readonly place: Readonly<Record<"left" | "top" | "width" | "height", number>>;
  readonly series: readonly KeptSeries[];
}

/** "='My sheet'!$B$2:$B$9" as sheet and address; undefined for figures that are not in cells. */
function rangeOf(source: string): CellAddress | undefined {
  const { sheet, address } = splitAddress(source.replace(/^=/, ""));
  const plain = address.replaceAll("$", "");
  return sheet !== "" && /^[A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?$/i.test(plain) ? { sheet, address: plain } : undefined;
}

async function seriesOf(context: Excel.RequestContext, charts: readonly Excel.Chart[]): Promise<KeptSeries[][]> {
  for (const { series } of charts) series.load("items/name");
  await context.sync();
  const asked = charts.map(({ series }) =>
    series.items.map((one) => ({
      name: one.name,
      values: one.getDimensionDataSourceString("Values"),
      labels: one.getDimensionDataSourceString("Categories"),
    })),
  );
  await context.sync();
  return asked.map((all) =>
    all.flatMap(({ name, values, labels }) => {
      const range = rangeOf(values.value);
      return range ? [{ name, values: range, labels: rangeOf(labels.value) }] : [];
    }),
  );
}

/** The charts of a sheet that can be made again; none where Excel is too old to tell their ranges (ExcelApi 1.15). */
export async function takeCharts(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<KeptChart[]> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.15")) return [];
  const { charts } = worksheet;
  charts.load(
    "items/name,items/chartType,items/left,items/top,items/width,items/height,items/title/text,items/title/visible,items/legend/visible",
  );
  await context.sync();
  if (charts.items.length === 0) return [];
  // A chart of a kind that Excel does not tell about must not stop the writing.
  const series = await seriesOf(context, charts.items).catch(() => []);
  return charts.items
    .map(({ name, chartType, title, legend, left, top, width, height }, i): KeptChart => ({
      name,
      type: chartType,
      title: title.visible ? title.text : undefined,
      legend: legend.visible,
      place: { left, top, width, height },
      series: series[i] ?? [],
    }))
    .filter((chart) => chart.series.length > 0);
}

/** Makes the charts again on a sheet whose cells are back. */
export function restoreCharts(
  { workbook }: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  kept: readonly KeptChart[],
): void {
  const rangeAt = ({ sheet, address }: CellAddress): Excel.Range =>
    workbook.worksheets.getItem(sheet).getRange(address);
  for (const { name, type, title, legend, place, series } of kept) {
    const [first, ...more] = series;
    const chart = worksheet.charts.add(type, rangeAt(first!.values), "Auto");
    const head = chart.series.getItemAt(0);
    head.name = first!.name;
    if (first!.labels) head.setXAxisValues(rangeAt(first!.labels));
    for (const one of more) {
      const added = chart.series.add(one.name);
      added.setValues(rangeAt(one.values));
      if (one.labels) added.setXAxisValues(rangeAt(one.labels));
    }
    chart.name = name;
    if (title === undefined) chart.title.visible = false;
    else chart.title.text = title;
    chart.legend.visible = legend;
    Object.assign(chart, place);
  }
}
