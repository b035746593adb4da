import type { Collector } from "../findings.ts";
import type { Field } from "../fields/index.ts";
import { columnCells, dataRows, fullHeader, headerText, type FoundTable } from "../find-tables.ts";
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

/** Gives the units of one of a row's own units. */
export type RowUnits = (row: readonly CellValue[], sku: string) => number;

/** Units of one of a row's own units, by its column of units or by the header of its quantity ("Cases ordered"). */
export function unitsOfRow(table: FoundTable, packs: Packs, collector: Collector): RowUnits | undefined {
  const column = table.columns.get("unit");
  return column === undefined ? byHeader(table, packs, collector) : byColumn(table, column, packs, collector);
}

const QUANTITIES: readonly Field[] = ["quantity_out", "on_order", "quantity"];

/** "Cases sold" counts packs of the item's own size, "Dozens" twelve. */
function byHeader(table: FoundTable, packs: Packs, collector: Collector): RowUnits | undefined {
  const field = QUANTITIES.find((one) => table.columns.has(one));
  const header = fullHeader(table, field && table.columns.get(field));
  if (header === "" || says(header, "piece") || says(header, "per")) return undefined;
  const name = `"${headerText(table, field && table.columns.get(field))}"`;
  if (says(header, "case")) {
    if (packs.size === 0) ask(table, header, `${name} seems to count packs`, collector);
    else collector.note(`${table.sheet.name}: ${name} counts packs and was counted in units by the items' pack sizes.`);
    return packs.size === 0 ? undefined : (_, sku) => packs.get(sku.toLowerCase()) ?? 1;
  }
  if (!says(header, "dozen")) return undefined;
  collector.note(`${table.sheet.name}: ${name} counts dozens and was multiplied by ${DOZEN}.`);
  return () => DOZEN;
}

/** A case is as many as the item's pack size says; a unit that nobody knows is asked about. */
function byColumn(table: FoundTable, column: number, packs: Packs, collector: Collector): RowUnits | undefined {
  const words = new Set(columnCells(table, column).map((cell) => cellText(cell)));
  if (words.size > MOST_UNITS) return undefined;
  const cases = new Set([...words].filter(countsPacks));
  const dozens = new Set([...words].filter((word) => !cases.has(word) && says(word, "dozen")));
  const header = headerText(table, column);
  const strange = [...words].filter((word) => !cases.has(word) && !dozens.has(word) && !says(word, "piece"));
  const list = (some: Iterable<string>): string => [...some].map((word) => `"${word}"`).join(", ");
  // One unit for all rows is the item's own; of several some are more than one.
  if (words.size > 1 && strange.length > 0 && strange.length < words.size)
    ask(table, header, `"${header}" has ${list(strange.slice(0, 6))} beside other units`, collector);
  if (cases.size + dozens.size === 0 || (words.size === 1 && packs.size === 0)) return undefined;
  const names = list([...cases, ...dozens]);
  if (cases.size > 0 && packs.size === 0) ask(table, header, `"${header}" has ${names}`, collector);
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

function ask(table: FoundTable, header: string, what: string, collector: Collector): void {
  collector.ask({
    id: `unit: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: ${what}, and no column says how many units of an item that is.`,
    choices: [{ answer: "units", says: "They count as they stand: one is one unit" }],
    taken: "units",
  });
}
