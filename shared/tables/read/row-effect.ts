import { decimalSigns, numberReader } from "../columns.ts";
import { movementOf, movementPair, stateOf } from "../effects.ts";
import type { Collector } from "../findings.ts";
import { columnCells, fullHeader, headerText, type FoundTable } from "../find-tables.ts";
import { parseHeader } from "../header/parse.ts";
import { plain } from "../../words/plain.ts";
import { cellText, type CellValue } from "../sheet.ts";
import { profileOf } from "../systems/profile.ts";
import type { Movement, OrderState } from "../systems/system.ts";

/** What a row adds to demand: a number, null where the cell is none, undefined where the row is no sale. */
export type RowEffect = (row: readonly CellValue[]) => number | null | undefined;

const MOST_WORDS = 60;
const MOSTLY = 0.9;
/** Fewer of a list of sales come back. */
const MANY = 0.2;
/** A code that only its system knows: "601", "GO". */
const CODE = /^[\p{Lu}\d]{1,4}$/u;

/** The words of a column and how often each stands there; undefined where they are too many to be kinds of something. */
function wordsIn(table: FoundTable, column: number | undefined): Map<string, number> | undefined {
  const counts = new Map<string, number>();
  if (column === undefined) return undefined;
  for (const cell of columnCells(table, column)) {
    const word = cellText(cell);
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (counts.size > MOST_WORDS) return undefined;
  }
  return counts;
}

const listed = (words: readonly string[]): string =>
  `"${words.slice(0, 6).join('", "')}"${words.length > 6 ? " and others" : ""}`;

/** Which rows are sales by their status: cancelled, draft and returned ones are none. */
function statusFilter(table: FoundTable, collector: Collector): (row: readonly CellValue[]) => boolean {
  const column = table.columns.get("status");
  const words = wordsIn(table, column);
  if (column === undefined || words === undefined) return () => true;
  const known = profileOf(table)?.statuses ?? {};
  const no: ReadonlySet<OrderState> = new Set<OrderState>(["cancelled", "draft", "returned"]);
  const states = new Map([...words.keys()].map((word) => [word, known[word] ?? stateOf(word, "sales")] as const));
  const out = [...words.keys()].filter((word) => {
    const state = states.get(word);
    return state === undefined ? !soldAnyway(table, word, words, states, collector) : no.has(state);
  });
  if (out.length === 0 || out.length === words.size) return () => true;
  const count = out.reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
  collector.note(
    `${table.sheet.name}: ${count} rows with "${headerText(table, column)}" ${listed(out)} are no sales and left out.`,
    "left out",
  );
  const left = new Set(out);
  return (row) => !left.has(cellText(row[column]));
}

/** A rare word that nobody knows among known ones may be another "cancelled": the buyer is asked. */
function soldAnyway(
  table: FoundTable,
  word: string,
  words: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, OrderState | undefined>,
  collector: Collector,
): boolean {
  const rows = [...words.values()].reduce((sum, count) => sum + count, 0);
  const known = [...states.values()].some((state) => state !== undefined);
  if (!known || (words.get(word) ?? 0) > RARE * rows) return true;
  const header = headerText(table, table.columns.get("status"));
  const answer = collector.ask({
    id: `sales status: ${plain(header)}: ${plain(word) || word}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: are the ${words.get(word) ?? 0} rows with "${header}" "${word}" sales?`,
    choices: [
      { answer: "yes", says: "Yes: they count as demand" },
      { answer: "no", says: "No: they are left out" },
    ],
    taken: "yes",
  });
  return answer !== "no";
}

const RARE = 0.3;

/** What each word of the movement column does; undefined where the column tells nothing of ins and outs. */
function movements(table: FoundTable, collector: Collector): ReadonlyMap<string, Movement> | undefined {
  const column = table.columns.get("movement");
  const words = wordsIn(table, column);
  if (words === undefined) return undefined;
  const known = profileOf(table)?.movements ?? {};
  const pair = movementPair([...words.keys()]);
  const effects = new Map<string, Movement>();
  const strange: string[] = [];
  for (const word of words.keys()) {
    const effect = known[word] ?? pair?.get(word) ?? movementOf(word);
    if (effect === undefined) strange.push(word);
    else effects.set(word, effect);
  }
  const kinds = new Set(effects.values());
  // Words that tell sales from one another ("Retail", "Export") tell nothing of receipts.
  if (effects.size === 0 && !(strange.length > 1 && strange.every((word) => CODE.test(word)))) return undefined;
  if (kinds.size === 1 && kinds.has("out") && strange.length === 0) return undefined;
  sayMovements(table, effects, strange, words, collector);
  return effects;
}

function sayMovements(
  table: FoundTable,
  effects: Map<string, Movement>,
  strange: readonly string[],
  words: ReadonlyMap<string, number>,
  collector: Collector,
): void {
  const header = headerText(table, table.columns.get("movement"));
  const of = (...wanted: readonly Movement[]): string[] =>
    [...effects].filter(([, effect]) => wanted.includes(effect)).map(([word]) => word);
  const [outs, ins, back] = [of("out"), of("in", "neither"), of("return")];
  const count = ins.reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
  const parts = [
    ...(outs.length > 0 ? [`${listed(outs)} are demand`] : []),
    ...(back.length > 0 ? [`${listed(back)} are returns and taken off it`] : []),
    ...(ins.length > 0 ? [`${listed(ins)} are none (${count} rows left out)`] : []),
  ];
  if (parts.length > 0) collector.note(`${table.sheet.name}: of "${header}", ${parts.join("; ")}.`, "left out");
  if (strange.length === 0) return;
  const answer = collector.ask({
    id: `movements: ${plain(header)}: ${[...strange]
      .sort()
      .map((word) => plain(word))
      .join(", ")
      .slice(0, 200)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: are the rows with "${header}" ${listed(strange)} demand?`,
    choices: [
      { answer: "no", says: "No: they are left out of the sales" },
      { answer: "yes", says: "Yes: their quantities are sold or used" },
    ],
    taken: outs.length > 0 ? "no" : "yes",
  });
  for (const word of strange) effects.set(word, answer === "yes" ? "out" : "neither");
}

/** Share of the filled, non-zero quantities that are negative, among rows that count. */
function negatives(
  table: FoundTable,
  quantity: (row: readonly CellValue[]) => number | null | undefined,
  counts: (row: readonly CellValue[]) => boolean,
): { share: number; any: boolean } {
  let [below, all] = [0, 0];
  const { rows } = table.sheet;
  const bottom = table.region?.bottom ?? rows.length;
  for (let index = table.header + 1; index < bottom; index++) {
    const row = rows[index] ?? [];
    const value = quantity(row);
    if (typeof value !== "number" || value === 0 || !counts(row)) continue;
    all++;
    if (value < 0) below++;
  }
  return { share: all === 0 ? 0 : below / all, any: below > 0 };
}

/** A ledger without a word for each movement: its sign says what goes out. */
function bySign(table: FoundTable, quantity: RowEffect, collector: Collector): RowEffect {
  const header = fullHeader(table, table.columns.get("quantity"));
  const ledger = table.named === "movements" || parseHeader(header).sets.some((set) => set.has("movement"));
  const signs = negatives(table, quantity, () => true);
  if (signs.share >= MOSTLY) {
    collector.note(`${table.sheet.name}: "${header}" is negative in nearly all rows: what goes out is demand.`);
    return negated(quantity);
  }
  if (!signs.any || (!ledger && signs.share < MANY)) return quantity;
  const answer = collector.ask({
    id: `signs: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: "${header}" has positive and negative quantities: which are demand?`,
    choices: [
      { answer: "negative", says: "The negative ones: they leave the stock, the positive ones come in" },
      { answer: "positive", says: "The positive ones: they are sold, the negative ones come back" },
    ],
    taken: "negative",
  });
  if (answer !== "negative") return quantity;
  return (row) => {
    const value = quantity(row);
    return typeof value === "number" ? (value < 0 ? -value : undefined) : value;
  };
}

const negated =
  (quantity: RowEffect): RowEffect =>
  (row) => {
    const value = quantity(row);
    return typeof value === "number" ? -value : value;
  };

/** By the word of each row's movement; the sign that most sales have is a sale's. */
function byMovement(table: FoundTable, quantity: RowEffect, effects: ReadonlyMap<string, Movement>): RowEffect {
  const column = table.columns.get("movement") ?? -1;
  const effectOf = (row: readonly CellValue[]): Movement | undefined => effects.get(cellText(row[column]));
  const down = negatives(table, quantity, (row) => effectOf(row) === "out").share > 0.5;
  return (row) => {
    const effect = effectOf(row) ?? "neither";
    const value = quantity(row);
    if (effect === "in" || effect === "neither") return undefined;
    if (typeof value !== "number") return value;
    if (effect === "return") return -Math.abs(value);
    return down ? -value : value;
  };
}

/** Reads what each row of a list of sales or movements adds to demand, and says which rows it leaves out. */
export function rowEffect(table: FoundTable, collector: Collector): RowEffect {
  const field = table.columns.has("quantity_out") ? "quantity_out" : "quantity";
  const parts = table.parts?.get(field) ?? [table.columns.get(field) ?? -1];
  const signs = decimalSigns(table, parts, collector);
  const read = numberReader(table, signs);
  const quantity: RowEffect = parts.length > 1 ? summed(table, parts, signs) : (row) => read(row, field);
  const sold = statusFilter(table, collector);
  let effect = quantity;
  if (field === "quantity_out") {
    const [out, into] = [
      headerText(table, table.columns.get("quantity_out")),
      headerText(table, table.columns.get("quantity_in")),
    ];
    collector.note(`${table.sheet.name}: "${out}" is demand${into === "" ? "" : `, "${into}" is not`}.`, "left out");
    const effects = movements(table, collector);
    effect = (row) => {
      const value = quantity(row);
      const moved = effects?.get(cellText(row[table.columns.get("movement") ?? -1]));
      if (moved === "in" || moved === "neither") return undefined;
      return value === undefined ? 0 : typeof value === "number" ? Math.abs(value) : value;
    };
  } else {
    const effects = movements(table, collector);
    effect = effects === undefined ? bySign(table, quantity, collector) : byMovement(table, quantity, effects);
  }
  return (row) => (sold(row) ? effect(row) : undefined);
}

/** Several columns that are parts of one quantity. */
function summed(table: FoundTable, parts: readonly number[], signs: ReturnType<typeof decimalSigns>): RowEffect {
  const readers = parts.map((column) => {
    const read = numberReader({ ...table, columns: new Map([["quantity", column]]) }, signs);
    return (row: readonly CellValue[]) => read(row, "quantity");
  });
  return (row) => {
    const values = readers.map((read) => read(row));
    if (values.some((value) => value === null)) return null;
    return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  };
}
