import type { Style } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { COLOURS, isForInput, isTextKind } from "../../../shared/sheets/look.ts";
import type { ColumnKind, RowSpec } from "../../../shared/sheets/spec.ts";

export const TITLE_STYLE: Style = { bold: true, fontSize: 12, textColor: COLOURS.ink };
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

/** Rows that stand out. */
export const BANDS: Readonly<Record<Exclude<RowSpec["kind"], "line" | "subtotal">, Style>> = {
  heading: { bold: true, textColor: COLOURS.ink, fillColor: COLOURS.heading },
  total: { bold: true, fillColor: COLOURS.total },
};

/** How the cells of a column look in a line. */
export function lineStyle(kind: ColumnKind): Style {
  const wrapped: Style = kind === "wrapped" ? { wrapping: "wrap" } : {};
  const input: Style = isForInput(kind) ? { fillColor: COLOURS.input, textColor: COLOURS.inputText } : {};
  return { verticalAlign: "top", ...wrapped, ...input };
}
