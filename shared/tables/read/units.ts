import type { Collector } from "../findings.ts";
import { fullHeader, headerText, type FoundTable } from "../find-tables.ts";
import type { Field } from "../fields/index.ts";
import { bare } from "../header/lexicon.ts";
import { languageOf } from "../header/language.ts";
import { parseHeader } from "../header/parse.ts";
import { plain } from "../../words/plain.ts";
import type { Concept } from "../words/concept.ts";

/** Gives how many units one of a field's own units is, from the pack size of the row: 12 for "MOQ (cases)". */
export type UnitsOf = (pack: number | undefined) => number;

const ONE: UnitsOf = () => 1;
const DOZEN = 12;

const says = (header: string, ...concepts: readonly Concept[]): boolean =>
  parseHeader(header).sets.some((set) => concepts.every((concept) => set.has(concept)));

const headers = (table: FoundTable): string[] => [...table.columns.values()].map((column) => headerText(table, column));

/** The unit that a quantity's header names: pieces, dozens, or cases of the item's own pack size. */
export function quantityUnits(table: FoundTable, field: Field, collector: Collector): UnitsOf {
  const header = fullHeader(table, table.columns.get(field));
  if (field === "multiple" || header === "" || says(header, "piece")) return ONE;
  const packs = says(header, "case");
  // "Dozen" are twelve in English and boxes in Dutch.
  if (says(header, "dozen") && !(packs && languageOf(headers(table)) === "Dutch")) return () => DOZEN;
  if (!packs) return ONE;
  const name = headerText(table, table.columns.get(field));
  if (table.columns.has("multiple")) {
    collector.note(
      `${table.sheet.name}: "${name}" counts packs and was multiplied by "${headerText(table, table.columns.get("multiple"))}".`,
    );
    return (pack) => (pack !== undefined && pack > 0 ? pack : 1);
  }
  collector.ask({
    id: `packs: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: "${name}" seems to count packs, and no column says how many units a pack holds.`,
    choices: [{ answer: "units", says: `The numbers in "${name}" are units all the same` }],
    taken: "units",
  });
  return ONE;
}

/** How many units a price is for: "Cost per dozen" is of 12, "Preis pro 100" of 100. */
export function priceUnits(table: FoundTable, field: Field, collector: Collector): UnitsOf {
  const header = fullHeader(table, table.columns.get(field));
  if (header === "" || says(header, "piece")) return ONE;
  const count = Number(/(?:per|pro|je|par|por|cada|à|\/)\s*(\d{2,5})\b/iu.exec(bare(header))?.[1] ?? NaN);
  const name = headerText(table, table.columns.get(field));
  if (count > 0 || says(header, "dozen")) {
    const units = count > 0 ? count : DOZEN;
    collector.note(`${table.sheet.name}: "${name}" is for ${units} units and was divided by ${units}.`);
    return () => units;
  }
  if (!says(header, "case") || !table.columns.has("multiple")) return ONE;
  collector.note(
    `${table.sheet.name}: "${name}" is for a pack and was divided by "${headerText(table, table.columns.get("multiple"))}".`,
  );
  return (pack) => (pack !== undefined && pack > 0 ? pack : 1);
}
