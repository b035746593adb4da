import type { Answer } from "../../shared/define/cells.ts";
import type { CellFunction } from "../../shared/define/define.ts";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import { logFault } from "../log-fault.ts";
import { readCall } from "./arguments.ts";
import { excelResult } from "./result.ts";

/** A closed formula as Excel calls it: evaluated here, at once, without the server. */
export function cellFunction(definition: CellFunction): (...passed: unknown[]) => Answer {
  const required = Object.values(definition.parameters).filter((parameter) => !parameter.optional).length;
  return (...passed) => {
    const { args } = readCall(passed, required);
    return excelResult(evaluateCell(definition, args, logFault), definition.spills ?? false);
  };
}
