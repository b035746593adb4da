import type { Collector } from "../findings.ts";
import { columnCells, dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { parseHeader } from "../header/parse.ts";
import { ownHeader } from "../layout/region.ts";
import { cellText, type CellValue } from "../sheet.ts";
import type { Concept } from "../words/concept.ts";

/** More words than this are no kinds of measure. */
const MOST_MEASURES = 12;
const SOLD: readonly Concept[] = ["sale", "demand", "shipped"];
const OTHERS: readonly Concept[] = [
  ...(["stock", "onhand", "available", "balance", "forecast", "budget", "revenue", "value", "price", "cost"] as const),
  ...(["received", "returned", "purchase", "onorder", "incoming", "last", "percent", "discount"] as const),
];

const saysAny = (text: string, concepts: readonly Concept[]): boolean =>
  parseHeader(text).sets.some((set) => concepts.some((concept) => set.has(concept)));

type Measure = "sold" | "other" | undefined;

function measureOf(word: string): Measure {
  if (saysAny(word, OTHERS)) return "other";
  return saysAny(word, SOLD) || saysAny(word, ["qty", "piece"]) ? "sold" : undefined;
}

/** The column whose words tell what each row measures ("Sales", "Stock", "Forecast"), with what each says. */
function measureColumn(table: FoundTable): { column: number; measures: ReadonlyMap<string, Measure> } | undefined {
  const { region, columns, periods } = table;
  if (region === undefined) return undefined;
  const taken = new Set([columns.get("sku"), ...periods.map(({ column }) => column)]);
  for (let column = region.left; column < region.right; column++) {
    if (taken.has(column) || ownHeader(region, column) === "") continue;
    const words = new Set(columnCells(table, column).map((cell) => cellText(cell)));
    if (words.size < 2 || words.size > MOST_MEASURES) continue;
    const measures = new Map([...words].map((word) => [word, measureOf(word)] as const));
    const kinds = new Set(measures.values());
    if (kinds.has("sold") && kinds.has("other")) return { column, measures };
  }
  return undefined;
}

/** Rows of a table with a column a period that are demand: all, or those whose measure says so. */
export function demandRows(table: FoundTable, collector: Collector): (row: readonly CellValue[]) => boolean {
  const found = measureColumn(table);
  if (found === undefined) return () => true;
  const { column, measures } = found;
  const sold = new Set([...measures].filter(([, measure]) => measure === "sold").map(([word]) => word));
  let left = 0;
  for (const { row } of dataRows(table)) if (!sold.has(cellText(row[column]))) left++;
  const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");
  const others = [...measures.keys()].filter((word) => !sold.has(word));
  collector.note(
    `${table.sheet.name}: of "${headerText(table, column)}", ${list([...sold])} is demand; ${list(others)} is none (${left} rows left out).`,
    "left out",
  );
  return (row) => sold.has(cellText(row[column]));
}
