import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { columnLetter } from "../../../shared/tables/sheet.ts";
import type { BookChart } from "./book.ts";

type Getters = Model["getters"];

/** As much of the grid's chart definitions as a file keeps. */
interface Definition {
  readonly type: string;
  readonly title?: { readonly text?: string };
  readonly dataSource?: {
    readonly dataSets?: readonly { readonly dataSetId: string; readonly dataRange: string }[];
    readonly dataSetsHaveTitle?: boolean;
    readonly labelRange?: string;
  };
  readonly dataSetStyles?: Readonly<Record<string, { readonly label?: string } | undefined>>;
}

const KINDS: Readonly<Record<string, BookChart["kind"]>> = { bar: "column", line: "line" };

/** A range as a file names it, without its first row where that is a header. */
function wholeRange(getters: Getters, sheetId: string, address: string, headed: boolean): string {
  const { zone, sheetId: of } = getters.getRangeFromSheetXC(sheetId, address);
  const name = getters.getSheetName(of).replaceAll("'", "''");
  const cell = (col: number, row: number): string => `$${columnLetter(col)}$${row + 1}`;
  return `'${name}'!${cell(zone.left, zone.top + (headed ? 1 : 0))}:${cell(zone.right, zone.bottom)}`;
}

/** The line and column charts of a sheet; the grid's other figures have no counterpart here. */
export function readCharts(getters: Getters, sheetId: string): BookChart[] {
  return getters.getFigures(sheetId).flatMap(({ id, col, row, offset, width, height }): BookChart[] => {
    const chartId = getters.getChartIdFromFigureId(id);
    const { type, title, dataSource, dataSetStyles } = (chartId
      ? getters.getChartDefinition(chartId)
      : { type: "" }) as unknown as Definition;
    const kind = KINDS[type];
    if (!kind || !dataSource?.dataSets?.length) return [];
    const { dataSets, dataSetsHaveTitle: headed = false, labelRange } = dataSource;
    const header = (address: string): string => {
      const { zone, sheetId: of } = getters.getRangeFromSheetXC(sheetId, address);
      return getters.getEvaluatedCell({ sheetId: of, col: zone.left, row: zone.top }).formattedValue;
    };
    return [
      {
        kind,
        title: title?.text ?? "",
        series: dataSets.map(({ dataSetId, dataRange }) => ({
          name: dataSetStyles?.[dataSetId]?.label ?? (headed ? header(dataRange) : ""),
          values: wholeRange(getters, sheetId, dataRange, headed),
        })),
        labels: labelRange ? wholeRange(getters, sheetId, labelRange, headed) : undefined,
        at: [col, row],
        offset: [offset.x, offset.y],
        size: [width, height],
      },
    ];
  });
}
