import type { BookChart } from "../book/book.ts";
import { escapeXml } from "./escape-xml.ts";

/** The first colours of the grid's own charts. */
const COLORS = ["1F77B4", "FF7F0E", "2CA02C", "D62728", "9467BD", "8C564B"];
const [LABELS_AXIS, VALUES_AXIS] = [1, 2];

/** The parts of a kind of chart that differ, in the order of ECMA-376, part 1, section 21.2. */
const KINDS: Readonly<
  Record<BookChart["kind"], { open: string; close: string; look(color: string): string; end: string }>
> = {
  column: {
    open: '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    look: (color) => `<c:spPr>${fill(color)}</c:spPr><c:invertIfNegative val="0"/>`,
    end: "",
    close: "</c:barChart>",
  },
  line: {
    open: '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>',
    look: (color) =>
      `<c:spPr><a:ln w="25400">${fill(color)}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`,
    end: '<c:smooth val="0"/>',
    close: "</c:lineChart>",
  },
};

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function seriesXml({ series, labels, kind }: BookChart): string {
  const { look, end } = KINDS[kind];
  const categories = labels ? `<c:cat><c:strRef><c:f>${escapeXml(labels)}</c:f></c:strRef></c:cat>` : "";
  return series
    .map(
      ({ name, values }, i) =>
        `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>${look(COLORS[i % COLORS.length]!)}${categories}<c:val><c:numRef><c:f>${escapeXml(values)}</c:f></c:numRef></c:val>${end}</c:ser>`,
    )
    .join("");
}

function axisXml(kind: "catAx" | "valAx", id: number, other: number, side: string, lines: string): string {
  return `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${lines}<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/><c:crosses val="autoZero"/></c:${kind}>`;
}

/** A chart's part of an .xlsx file. Its figures are not kept with it: whoever opens the file reads them from the cells. */
export function chartXml(chart: BookChart): string {
  const { title, series, kind } = chart;
  const titled = title
    ? `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en" sz="1300" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`
    : '<c:autoTitleDeleted val="1"/>';
  const legend = series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "";
  const axes = [
    axisXml("catAx", LABELS_AXIS, VALUES_AXIS, "b", ""),
    axisXml("valAx", VALUES_AXIS, LABELS_AXIS, "l", "<c:majorGridlines/>"),
  ].join("");
  const { open, close } = KINDS[kind];
  const plot = `${open}${seriesXml(chart)}<c:axId val="${LABELS_AXIS}"/><c:axId val="${VALUES_AXIS}"/>${close}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart>${titled}<c:plotArea><c:layout/>${plot}${axes}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}
