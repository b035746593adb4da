import { readWorkbook } from "../../../server/workbook/read.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { peakMegabytes } from "../../harness/peak-memory.ts";
import { HOSTILE } from "./books.ts";
import { CSVS } from "./csv.ts";

/** What became of reading a hostile workbook. */
export interface Survived {
  /** Stock of KX-1, where it was read. */
  readonly stock?: number | undefined;
  /** The sentence for the buyer, where it was refused. */
  readonly sentence?: string;
  /** A fault of ours. */
  readonly fault?: string;
  /** Questions, notes and bad rows: how many, and the longest. */
  readonly said: number;
  readonly longest: number;
  /** The most memory that the process ever took, with making the workbooks. */
  readonly megabytes: number;
}

async function survive(name: string): Promise<Survived> {
  const data = (HOSTILE[name] ?? CSVS[name]!)();
  const more = (texts: readonly string[]): Pick<Survived, "said" | "longest" | "megabytes"> => ({
    said: texts.length,
    longest: Math.max(0, ...texts.map(({ length }) => length)),
    megabytes: Math.round(peakMegabytes()),
  });
  try {
    const { request, findings } = requestFromSheets(await readWorkbook(data, name in CSVS ? "book.csv" : "book.xlsx"), {
      today: "2026-03-02",
    });
    const texts = [
      ...findings.notes,
      ...findings.bad_rows.map(({ message }) => message),
      ...findings.questions.map(({ about }) => about),
    ];
    return { stock: request.items.find(({ sku }) => sku === "KX-1")?.on_hand, ...more(texts) };
  } catch (error) {
    if (error instanceof UserError) return { sentence: error.message, ...more([error.message]) };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error), ...more([]) };
  }
}

const survived: Record<string, Survived> = {};
// The names of what to read; memory is counted for a process.
for (const name of process.argv.slice(2)) survived[name] = await survive(name);
process.send?.(survived, () => process.exit());
