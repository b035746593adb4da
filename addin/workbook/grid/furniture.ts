import type { CoreCommand, Zone } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { filterEnd, headerRow, heightOf } from "../../../shared/sheets/layout.ts";
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
  const ranges = [range(place, zone(headerRow(spec), 0, filterEnd(spec), spec.columns.length - 1))];
  return [{ type: "CREATE_TABLE", sheetId, ranges, tableType: "static", config: TABLE }];
}

const highlights = (place: Place): CoreCommand[] =>
  place.spec.highlights.map(({ column, when, tone }) => ({
    type: "ADD_CONDITIONAL_FORMAT",
    sheetId: place.sheetId,
    ranges: [below(place, column)],
    cf: {
      id: place.newId(),
      rule: {
        type: "CellIsRule",
        operator: "customFormula",
        values: [when],
        style: { textColor: TONES[tone].text, fillColor: TONES[tone].fill, bold: true },
      },
    },
  }));

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

const charts = ({ spec, sheetId, newId }: Place): CoreCommand[] =>
  spec.charts.map((chart, index) => chartCommand(spec, chart, index, sheetId, newId()));

const PARTS = [widths, frozen, filter, highlights, validations, charts];

/** Commands for all of a sheet but its cells: widths, frozen panes, the filter, highlights, validation and charts. */
export const furniture = (place: Place): CoreCommand[] => PARTS.flatMap((part) => part(place));
