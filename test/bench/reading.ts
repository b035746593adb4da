import { allCases } from "../tables/grammar/cases.ts";
import { emptyTally, total, tryCase, tryMutants, type Tally } from "../tables/grammar/tally.ts";
import { judge } from "../tables/grammar/judge.ts";
import { caseOfExport } from "../tables/systems/export.ts";
import { EXPORT_BOOKS } from "../tables/systems/index.ts";
import type { Figure } from "./main.ts";

const silent = ({ counts }: Tally): number => counts.wrong + counts.silent;
const share = (part: number, tally: Tally): number => Math.round((1e4 * part) / total(tally)) / 1e4;

function report(tally: Tally): void {
  for (const fault of tally.faults) console.error(fault);
}

/** How the workbooks of systems' exports are read: which ask, and what. */
async function readExports(): Promise<{ readonly all: number; readonly asking: number }> {
  const judged = await Promise.all(
    EXPORT_BOOKS.map(async (book, i) => ({ book, ...(await judge(caseOfExport(book, 900 + i))) })),
  );
  for (const { book, verdict, says } of judged)
    console.error(
      `${book.system}, ${book.lists}: ${verdict === "right" ? "no question" : `${verdict}: ${says.join(" | ")}`}`,
    );
  return { all: judged.length, asking: judged.filter(({ verdict }) => verdict !== "right").length };
}

/**
 * Reads every workbook of the grammar of test/tables/grammar, as it is and in other looks. A wrong plan without a
 * question is the fault that counts. READING_ONLY names the cases to try (part of "kind / trap / language"), READING_SEED
 * makes others of the same kinds (other words, numbers and orders of columns).
 */
export async function run(): Promise<Figure[]> {
  const only = process.env.READING_ONLY ?? "";
  const seed = Number(process.env.READING_SEED ?? 1);
  const [plain, mutants] = [emptyTally(), emptyTally()];
  const start = performance.now();
  for (const numbered of allCases(seed)) {
    const { kind, name, language } = numbered.one;
    if (!`${kind} / ${name} / ${language}`.includes(only)) continue;
    await tryCase(numbered.one, plain);
    await tryMutants(numbered, mutants);
  }
  const took = performance.now() - start;
  const exports = await readExports();
  report(plain);
  report(mutants);
  return [
    { name: "reading-cases", value: total(plain), unit: "workbooks" },
    { name: "reading-wrong-without-a-question", value: silent(plain), unit: "workbooks", peer: 0 },
    {
      name: "reading-questions-where-nothing-is-open",
      value: share(plain.counts.needless, plain),
      unit: "share",
      peer: 0.03,
    },
    { name: "reading-questions-about-something-else", value: plain.counts.vague, unit: "workbooks", peer: 0 },
    { name: "reading-mutants", value: total(mutants), unit: "workbooks" },
    { name: "reading-mutants-wrong-without-a-question", value: silent(mutants), unit: "workbooks", peer: 0 },
    { name: "reading-mutants-right-without-a-question", value: share(mutants.counts.right, mutants), unit: "share" },
    { name: "reading-exports-of-systems", value: exports.all, unit: "workbooks" },
    { name: "reading-exports-that-ask", value: exports.asking, unit: "workbooks" },
    { name: "reading-a-workbook", value: Math.round(took / (total(plain) + total(mutants))), unit: "ms" },
  ];
}
