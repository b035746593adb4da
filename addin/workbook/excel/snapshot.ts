import { readInParts } from "./in-parts.ts";
import { restoreCharts, takeCharts, type KeptChart } from "./kept-charts.ts";
import { restoreRules, takeRules, type KeptRule } from "./kept-rules.ts";
import { restoreValidations, takeValidations, type KeptValidation } from "./kept-validations.ts";
import { writeValues } from "./write-values.ts";

const PROPERTIES: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    font: { bold: true, italic: true, strikethrough: true, color: true, size: true },
    wrapText: true,
    horizontalAlignment: true,
    verticalAlignment: true,
  },
};

/**
 * A sheet of ours as it was: what undoing puts back. Borders, merged cells and the looks of a chart's parts are not in
 * it: we make none, and reading them of every cell would take longer than the writing.
 */
export interface Snapshot {
  readonly top: number;
  readonly left: number;
  readonly formulas: unknown[][];
  readonly formats: unknown[][];
  readonly properties: Excel.SettableCellProperties[][];
  readonly widths: readonly number[];
  /** Points; undefined where a row has the sheet's own. */
  readonly heights: readonly (number | undefined)[];
  readonly frozen: string | undefined;
  readonly filter: string | undefined;
  /** Undefined where Excel could not tell them. */
  readonly rules: readonly KeptRule[] | undefined;
  readonly validations: readonly KeptValidation[];
  readonly charts: readonly KeptChart[];
}

const local = (address: string): string => address.slice(address.lastIndexOf("!") + 1);

/** Without what is not set, so that restoring a cell without fill does not paint it white. */
function settable({ format = {} }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, ...rest } = format;
  const painted = fill?.color && !/^#?ffffff$/i.test(fill.color);
  return { format: painted ? { ...rest, fill } : rest };
}

/** Takes down a sheet before it is rewritten. */
export async function takeSnapshot(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<Snapshot> {
  const used = worksheet.getUsedRangeOrNullObject();
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const frozen = worksheet.freezePanes.getLocationOrNullObject();
  frozen.load("address");
  const filter = worksheet.autoFilter.getRangeOrNullObject();
  filter.load("address");
  worksheet.load("standardHeight");
  await context.sync();
  const [top, left, rows, columns] = used.isNullObject
    ? [0, 0, 0, 0]
    : [used.rowIndex, used.columnIndex, used.rowCount, used.columnCount];
  const formulas: unknown[][] = [];
  const formats: unknown[][] = [];
  const properties: Excel.SettableCellProperties[][] = [];
  const heights: (number | undefined)[] = [];
  await readInParts(context, rows, columns, (first, count) => {
    const range = worksheet.getRangeByIndexes(top + first, left, count, columns);
    range.load("formulas,numberFormat");
    const looks = range.getCellProperties(PROPERTIES);
    const lines = range.getRowProperties({ format: { rowHeight: true } });
    return () => {
      // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/call-sync-after-load -- called after the sync
      formulas.push(...range.formulas);
      // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/call-sync-after-load -- called after the sync
      formats.push(...range.numberFormat);
      properties.push(...looks.value.map((row) => row.map(settable)));
      heights.push(...lines.value.map(({ format }) => format?.rowHeight));
    };
  });
  const widths = Array.from({ length: columns }, (_, i) => {
    const { format } = worksheet.getRangeByIndexes(top, left + i, 1, 1);
    format.load("columnWidth");
    return format;
  });
  // On their own: what fails with them must not cost the rest.
  await context.sync();
  const rules = await takeRules(context, worksheet);
  const validations = await takeValidations(context, worksheet, { top, left, rows, columns });
  const charts = await takeCharts(context, worksheet);
  await context.sync();
  return {
    top,
    left,
    formulas,
    formats,
    properties,
    widths: widths.map(({ columnWidth }) => columnWidth),
    heights: heights.map((height) => (height === worksheet.standardHeight ? undefined : height)),
    frozen: frozen.isNullObject ? undefined : local(frozen.address),
    filter: filter.isNullObject ? undefined : local(filter.address),
    rules,
    validations,
    charts,
  };
}

const LOOKS_AT_ONCE = 5000;

/** Puts a cleared sheet back as the snapshot has it. */
export async function restoreSnapshot(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { top, left, formulas, formats, properties, widths, heights, ...furniture }: Snapshot,
): Promise<void> {
  await writeValues(context, worksheet, formulas, formats, [top, left]);
  const columns = widths.length;
  const step = Math.max(1, Math.floor(LOOKS_AT_ONCE / Math.max(1, columns)));
  for (let first = 0; first < properties.length; first += step) {
    const part = properties.slice(first, first + step);
    const range = worksheet.getRangeByIndexes(top + first, left, part.length, columns);
    range.setCellProperties(part);
    range.setRowProperties(
      part.map((_, r) => {
        const rowHeight = heights[first + r];
        return rowHeight === undefined ? {} : { format: { rowHeight } };
      }),
    );
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each part must travel alone to stay below the limit
    await context.sync();
  }
  widths.forEach((width, i) => {
    // Folded away; it comes back to be seen, for Excel does not tell of groups.
    if (width === 0) return;
    worksheet.getRangeByIndexes(top, left + i, 1, 1).format.columnWidth = width;
  });
  const { frozen, filter, rules = [], validations, charts } = furniture;
  if (frozen !== undefined) worksheet.freezePanes.freezeAt(worksheet.getRange(frozen));
  if (filter !== undefined) worksheet.autoFilter.apply(worksheet.getRange(filter));
  restoreRules(worksheet, rules);
  restoreValidations(worksheet, validations);
  restoreCharts(context, worksheet, charts);
  await context.sync();
}
