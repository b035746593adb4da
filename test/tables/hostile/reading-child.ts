import { readWorkbook } from "../../../server/workbook/read.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { HOSTILE } from "./books.ts";

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
  /** By how many megabytes the process grew beyond the most it ever took before. */
  readonly megabytes: number;
}

const peak = (): number => process.resourceUsage().maxRSS / 1000;

async function survive(name: string): Promise<Survived> {
  const data = HOSTILE[name]!();
  const before = peak();
  const more = (texts: readonly string[]): Pick<Survived, "said" | "longest" | "megabytes"> => ({
    said: texts.length,
    longest: Math.max(0, ...texts.map(({ length }) => length)),
    megabytes: Math.round(peak() - before),
  });
  try {
    const { request, findings } = requestFromSheets(await readWorkbook(data, "book.xlsx"), { today: "2026-03-02" });
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
for (const name of Object.keys(HOSTILE)) survived[name] = await survive(name);
process.send?.(survived, () => process.exit());
