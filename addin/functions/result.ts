import type { Answer, ErrorCode, Outcome } from "../../shared/define/cells.ts";

/** Excel's name of each code. Only the first two carry a message to the cell. */
const codes: Readonly<Record<ErrorCode, { code: keyof typeof CustomFunctions.ErrorCode; says: boolean }>> = {
  "#VALUE!": { code: "invalidValue", says: true },
  "#N/A": { code: "notAvailable", says: true },
  "#NUM!": { code: "invalidNumber", says: false },
};

/** The value Excel is given; a function that promises a matrix always gives one. An error is thrown. */
export function excelResult(outcome: Outcome, spills: boolean): Answer {
  if ("value" in outcome) return spills && !Array.isArray(outcome.value) ? [[outcome.value]] : outcome.value;
  const { code, says } = codes[outcome.error.code];
  const excelCode = CustomFunctions.ErrorCode[code];
  throw says ? new CustomFunctions.Error(excelCode, outcome.error.message) : new CustomFunctions.Error(excelCode);
}
