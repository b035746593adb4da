import { isMissingMark } from "../../../shared/define/cells.ts";

function typedCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (isMissingMark(value)) return "NA";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** An argument as one would type or paste it: a line a row, tabs between cells. */
export function typedArgument(argument: unknown): string {
  if (!Array.isArray(argument)) return typedCell(argument);
  return (argument as unknown[][]).map((row) => row.map(typedCell).join("\t")).join("\n");
}
