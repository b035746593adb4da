import type { CellFunction } from "../../shared/define/define.ts";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import { columnShows } from "../../shared/define/shows.ts";
import { logFault } from "../log-fault.ts";
import { readCall } from "./arguments.ts";
import { excelResult, type ExcelResult } from "./result.ts";

/** A closed formula as Excel calls it: evaluated here, at once, without the server. */
export function cellFunction(definition: CellFunction): (...passed: unknown[]) => ExcelResult {
  const required = Object.values(definition.parameters).filter((parameter) => !parameter.optional).length;
  return (...passed) => {
    const { args } = readCall(passed, required);
    const handing = { spills: definition.spills ?? false, shows: columnShows(definition, args) };
    return excelResult(evaluateCell(definition, args, logFault), handing);
  };
}
