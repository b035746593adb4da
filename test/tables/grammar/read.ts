import { readWorkbook } from "../../../server/workbook/read.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { reportOf } from "../../../shared/tables/report.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import type { Book } from "./book.ts";
import type { Read } from "./facts.ts";
import { bytesOf } from "./xlsx.ts";

/** What came of reading a workbook: what to plan, what is asked; or why nothing is planned. */
export interface Outcome {
  readonly read?: Read;
  /** What is asked, in its own words with its choices, or the sentence of the refusal. */
  readonly asked: readonly string[];
}

/** Reads a workbook as the command line does: from the bytes of the file. */
export async function readBook(book: Book, today: string): Promise<Outcome> {
  const sheets = await readWorkbook(bytesOf(book), "book.xlsx");
  try {
    const { request, findings } = requestFromSheets(sheets, { today, now: today });
    return {
      read: { request, last: findings.last_period },
      asked: reportOf(findings).questions.map(({ about, choices }) => [about, ...choices].join(" | ")),
    };
  } catch (error) {
    if (error instanceof UserError) return { asked: [error.message] };
    throw error;
  }
}
