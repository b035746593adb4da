import type { Collector } from "../findings.ts";
import { columnCells, dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { parseHeader } from "../header/parse.ts";
import { numberOf } from "../numbers.ts";
import { plain } from "../../words/plain.ts";
import { cellText, type CellValue } from "../sheet.ts";
import type { Concept } from "../words/concept.ts";

/** Units in a pack of each item, by its SKU in small letters. */
export type Packs = ReadonlyMap<string, number>;

/** The pack sizes that the item tables name. */
export function packsOf(items: readonly FoundTable[]): Packs {
  const packs = new Map<string, number>();
  for (const table of items) {
    const [sku, multiple] = [table.columns.get("sku"), table.columns.get("multiple")];
    if (sku === undefined || multiple === undefined) continue;
    for (const { row } of dataRows(table)) {
      const units = numberOf(row[multiple], ".");
      if (units !== null && units > 0) packs.set(cellText(row[sku]).toLowerCase(), units);
    }
  }
  return packs;
}

const MOST_UNITS = 40;
const DOZEN = 12;
const says = (word: string, concept: Concept): boolean => parseHeader(word).sets.some((set) => set.has(concept));

function countsPacks(word: string): boolean {
  return (
    says(word, "case") || (!says(word, "piece") && /^(cs|cse|ct|ctn|krt|kt|pak|pal|pk|bx|cx)s?$/i.test(word.trim()))
  );
}

/** Units of one of a row's own units, by its column of units: a case is as many as the item's pack size says. */
export function unitsOfRow(
  table: FoundTable,
  packs: Packs,
  collector: Collector,
): ((row: readonly CellValue[], sku: string) => number) | undefined {
  const column = table.columns.get("unit");
  if (column === undefined) return undefined;
  const words = new Set(columnCells(table, column).map((cell) => cellText(cell)));
  if (words.size > MOST_UNITS) return undefined;
  const cases = new Set([...words].filter(countsPacks));
  const dozens = new Set([...words].filter((word) => !cases.has(word) && says(word, "dozen")));
  if (cases.size + dozens.size === 0 || (words.size === 1 && packs.size === 0)) return undefined;
  const header = headerText(table, column);
  const names = [...cases, ...dozens].map((word) => `"${word}"`).join(", ");
  if (cases.size > 0 && packs.size === 0) ask(table, header, names, collector);
  else
    collector.note(
      `${table.sheet.name}: rows with "${header}" ${names} were counted in units by the items' pack sizes.`,
    );
  return (row, sku) => {
    const word = cellText(row[column]);
    if (dozens.has(word)) return DOZEN;
    return cases.has(word) ? (packs.get(sku.toLowerCase()) ?? 1) : 1;
  };
}

function ask(table: FoundTable, header: string, names: string, collector: Collector): void {
  collector.ask({
    id: `unit: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: "${header}" has ${names}, and no column says how many units of an item that is.`,
    choices: [{ answer: "units", says: "They count as they stand: one is one unit" }],
    taken: "units",
  });
}
