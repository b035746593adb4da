import type { CoreCommand, Zone } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { headerRow, heightOf, highlightRows, summaryRow } from "../../../shared/sheets/layout.ts";
import { TONES } from "../../../shared/sheets/look.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import { chartCommand } from "./chart-command.ts";
import { zone } from "./zone.ts";

const PIXELS_A_CHARACTER = 7.5;

/** What the parts of a sheet's furniture are made from. */
interface Place {
  readonly spec: SheetSpec;
  readonly sheetId: string;
  /** An id for something new. */
  newId(): string;
}

/** Written out, for the grid makes ranges only of sheets that it already has. */
const range = ({ sheetId }: Place, of: Zone) => ({ _sheetId: sheetId, _zone: of });

/** A column's lines, one at least. */
function below(place: Place, column: number) {
  const header = headerRow(place.spec);
  const end = Math.max(header + 1, heightOf(place.spec) - 1);
  return range(place, zone(header + 1, column, end, column));
}

const widths = ({ spec, sheetId }: Place): CoreCommand[] =>
  spec.columns.map(({ width }, col) => ({
    type: "RESIZE_COLUMNS_ROWS",
    sheetId,
    dimension: "COL",
    elements: [col],
    size: Math.round(width * PIXELS_A_CHARACTER) + 10,
  }));

const frozen = ({ spec, sheetId }: Place): CoreCommand[] => [
  { type: "FREEZE_ROWS", sheetId, quantity: headerRow(spec) + 1 },
  ...(spec.frozenColumns > 0
    ? [{ type: "FREEZE_COLUMNS", sheetId, quantity: spec.frozenColumns } satisfies CoreCommand]
    : []),
];

/** A table that only filters, and looks like nothing. */
const TABLE = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  styleId: "None",
} as const;

function filter(place: Place): CoreCommand[] {
  const { spec, sheetId } = place;
  if (!spec.filter) return [];
  const ranges = [range(place, zone(headerRow(spec), 0, heightOf(spec) - 1, spec.columns.length - 1))];
  return [{ type: "CREATE_TABLE", sheetId, ranges, tableType: "static", config: TABLE }];
}

const highlights = (place: Place): CoreCommand[] =>
  place.spec.highlights.map((highlight) => {
    const { column, when, tone } = highlight;
    const [first, last] = highlightRows(place.spec, highlight);
    const style = { textColor: TONES[tone].text, fillColor: TONES[tone].fill, bold: true };
    return {
      type: "ADD_CONDITIONAL_FORMAT",
      sheetId: place.sheetId,
      ranges: [range(place, zone(first, column, last, column))],
      cf: { id: place.newId(), rule: { type: "CellIsRule", operator: "customFormula", values: [when], style } },
    };
  });

/** What the buyer types is a quantity. */
const validations = (place: Place): CoreCommand[] =>
  place.spec.columns.flatMap(({ kind }, col): CoreCommand[] => {
    if (kind !== "input") return [];
    const criterion = { type: "isGreaterOrEqualTo" as const, values: ["0"] };
    return [
      {
        type: "ADD_DATA_VALIDATION_RULE",
        sheetId: place.sheetId,
        ranges: [below(place, col)],
        rule: { id: place.newId(), criterion, isBlocking: true },
      },
    ];
  });

/** The summary's rows and the columns of details that can be folded away. The grid prints nothing by itself. */
function folds({ spec, sheetId }: Place): CoreCommand[] {
  const { summary, detailsFrom, columns } = spec;
  const fold = (dimension: "ROW" | "COL", start: number, end: number, folded: boolean): CoreCommand[] => {
    if (end < start) return [];
    const group = { sheetId, dimension, start, end };
    return [{ type: "GROUP_HEADERS", ...group }, ...(folded ? [{ type: "FOLD_HEADER_GROUP", ...group } as const] : [])];
  };
  return [
    ...(summary ? fold("ROW", summaryRow(spec, 0), summaryRow(spec, summary.details - 1), summary.folded) : []),
    ...(detailsFrom === undefined ? [] : fold("COL", detailsFrom, columns.length - 1, true)),
  ];
}

const charts = ({ spec, sheetId, newId }: Place): CoreCommand[] =>
  spec.charts.map((chart, index) => chartCommand(spec, chart, index, sheetId, newId()));

const PARTS = [widths, frozen, folds, filter, highlights, validations, charts];

/** Commands for all of a sheet but its cells: widths, frozen panes, the filter, highlights, validation and charts. */
export const furniture = (place: Place): CoreCommand[] => PARTS.flatMap((part) => part(place));
