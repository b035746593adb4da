import type { Style } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { COLOURS, isForInput, isTextKind } from "../../../shared/sheets/look.ts";
import type { ColumnKind, RowSpec } from "../../../shared/sheets/spec.ts";

export const TITLE_STYLE: Style = { bold: true, fontSize: 13, textColor: COLOURS.ink };
export const SUBTITLE_STYLE: Style = { textColor: COLOURS.muted };

export function headerStyle(kind: ColumnKind): Style {
  return {
    bold: true,
    wrapping: "wrap",
    verticalAlign: "middle",
    align: isTextKind(kind) ? "left" : "right",
    textColor: COLOURS.paper,
    fillColor: COLOURS.ink,
  };
}

const BAND: Readonly<Record<RowSpec["kind"], Style | undefined>> = {
  heading: { bold: true, textColor: COLOURS.ink, fillColor: COLOURS.heading },
  total: { bold: true, fillColor: COLOURS.total },
  line: undefined,
};

/** How the cells of a column look in the rows of a kind; undefined where they look like any cell. */
export function cellStyle(row: RowSpec["kind"], kind: ColumnKind): Style | undefined {
  const band = BAND[row];
  if (band) return band;
  const wrapped: Style = kind === "wrapped" ? { wrapping: "wrap" } : {};
  const input: Style = isForInput(kind) ? { fillColor: COLOURS.input, textColor: COLOURS.inputText } : {};
  return { verticalAlign: "top", ...wrapped, ...input };
}
