import type { ServerFunctionEntry } from "lotwise:server-functions";
import { columnShows } from "../../shared/define/shows.ts";
import type { Batcher } from "../batch/batcher.ts";
import { notAvailable } from "../batch/messages.ts";
import { readCall } from "./arguments.ts";
import { excelResult, type ExcelResult } from "./result.ts";

const preview = notAvailable("calculated when the formula is entered");

/** A function as Excel calls it that the server evaluates, in one request with the rest of its recalculation. */
export function serverFunction(
  { name, required, spills, shows }: ServerFunctionEntry,
  batcher: Batcher,
): (...passed: unknown[]) => Promise<ExcelResult> {
  const handing = { spills, shows: columnShows({ shows, parameters: {} }, []) };
  return async (...passed) => {
    const { args, invocation } = readCall<CustomFunctions.CancelableInvocation>(passed, required);
    if (invocation.isInValuePreview) {
      const value = batcher.known(name, args);
      return excelResult(value === undefined ? preview : { value }, handing);
    }
    const waiting = batcher.call(name, args);
    invocation.onCanceled = waiting.cancel;
    return excelResult(await waiting.outcome, handing);
  };
}
