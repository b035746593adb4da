import { helpers } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { UserError } from "../../../shared/define/errors.ts";
import { cellsOf, rangeOf, transposed, type GridFunction } from "./grid-function.ts";

/** https://support.microsoft.com/office/filter-function: the grid's own takes the third argument for a condition. */
export const filter: GridFunction = {
  name: "FILTER",
  description: "The rows (or columns) of a range that meet a condition.",
  parameters: [
    ["array (any, range<any>)", "What to filter."],
    ["include (any, range<any>)", "TRUE or a number other than 0 for each row (or column) that stays."],
    ["if_empty (any, range<any>, optional)", "The answer where none stays; an error if left out."],
  ],
  compute(array, include, ifEmpty) {
    const range = rangeOf(array);
    const mask = rangeOf(include);
    const columns =
      mask.length === range.length && mask[0]!.length === 1 && !(range.length === 1 && range[0]!.length === 1);
    const lines = columns ? range : transposed(range);
    const marks = cellsOf(include);
    if ((!columns && mask.length > 1) || marks.length !== lines.length)
      throw new UserError("needs one condition for each row or column");
    const wrong = marks.find(({ value }) => typeof value === "string");
    if (wrong && helpers.isEvaluationError(wrong.value as string)) return wrong;
    if (wrong) throw new UserError(`has "${String(wrong.value)}" among its conditions`);
    const staying = lines.filter((_, i) => Boolean(marks[i]!.value));
    if (staying.length > 0) return columns ? staying : transposed(staying);
    if (ifEmpty !== undefined) return Array.isArray(ifEmpty) ? ifEmpty : { ...ifEmpty };
    throw new UserError("finds nothing: give a third argument for that case", "#N/A");
  },
};
