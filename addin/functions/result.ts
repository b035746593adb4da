import type { Answer, ErrorCode, Outcome } from "../../shared/define/cells.ts";
import { NUMBER_FORMATS, type Shows } from "../../shared/define/shows.ts";

/** Excel's name of each code. Only the first two carry a message to the cell. */
const codes: Readonly<Record<ErrorCode, { code: keyof typeof CustomFunctions.ErrorCode; says: boolean }>> = {
  "#VALUE!": { code: "invalidValue", says: true },
  "#N/A": { code: "notAvailable", says: true },
  "#NUM!": { code: "invalidNumber", says: false },
};

/** A number that brings its format along. */
interface FormattedNumber {
  readonly type: "Double";
  readonly basicValue: number;
  readonly numberFormat: string;
}

type ExcelCell = number | string | boolean | FormattedNumber;

/** What Excel is given. */
export type ExcelResult = ExcelCell | ExcelCell[][];

/** How an answer is handed over. */
export interface Handing {
  /** Whether functions.json promises a matrix. */
  readonly spills: boolean;
  /** What the numbers of a column are. */
  shows(column: number): Shows | undefined;
}

/** Whether this Excel takes numbers with a format (CustomFunctionsRuntime 1.4). Asked each time, for Office loads late. */
function takesFormats(): boolean {
  const context = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined);
  return context?.requirements?.isSetSupported("CustomFunctionsRuntime", "1.4") ?? false;
}

function handed(answer: Answer, { shows }: Handing): ExcelResult {
  const one = (cell: number | string | boolean, column: number): ExcelCell => {
    const kind = typeof cell === "number" ? shows(column) : undefined;
    return kind === undefined
      ? cell
      : { type: "Double", basicValue: cell as number, numberFormat: NUMBER_FORMATS[kind] };
  };
  if (!takesFormats()) return answer;
  return Array.isArray(answer) ? answer.map((row) => row.map(one)) : one(answer, 0);
}

/** The value Excel is given; a function that promises a matrix always gives one. An error is thrown. */
export function excelResult(outcome: Outcome, handing: Handing): ExcelResult {
  if ("value" in outcome) {
    const { value } = outcome;
    return handed(handing.spills && !Array.isArray(value) ? [[value]] : value, handing);
  }
  const { code, says } = codes[outcome.error.code];
  const excelCode = CustomFunctions.ErrorCode[code];
  throw says ? new CustomFunctions.Error(excelCode, outcome.error.message) : new CustomFunctions.Error(excelCode);
}
