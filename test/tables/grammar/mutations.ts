import { mix, randomFrom, type Random } from "../../../shared/numeric/random.ts";
import type { Book, Cell, Column, SheetSpec, Table } from "./book.ts";
import { caseOf, type Case, type Kind } from "./case.ts";
import { localeOf } from "./layouts.ts";
import { JUNK } from "./words/line-decoys.ts";
import { LANGUAGES, type Language } from "./words/table.ts";

/** Changes the looks of a workbook and nothing of what it says. */
type Mutation = (book: Book, random: Random, language: Language) => Book;

const JUNK_COLUMNS = 10;

const tables = (book: Book, change: (table: Table, sheet: SheetSpec) => Table): Book =>
  book.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => change(table, sheet)) }));

/** Columns may move where no cell beside the table relies on their place. */
const movable = (table: Table, sheet: SheetSpec): boolean =>
  !table.fixed && !sheet.merges && table.columns.length > 1 && table.columns.every(({ over }) => over === undefined);

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

const lengthOf = ({ columns }: Table): number => Math.max(0, ...columns.map(({ cells }) => cells.length));

const permuted: Mutation = (book, random) =>
  tables(book, (table, sheet) =>
    movable(table, sheet) ? { ...table, columns: shuffled(table.columns, random) } : table,
  );

const renamed: Mutation = (book, random) => {
  const word = random.pick(["Sheet", "Tabelle", "Feuil", "Hoja", "Foglio", "Blad", "Planilha", "工作表", "Export "]);
  return book.map((sheet, i) => ({ ...sheet, name: `${word}${i + 1}` }));
};

const blankRow: Mutation = (book, random) =>
  tables(book, (table) => {
    const length = lengthOf(table);
    if (length < 2) return table;
    const at = random.integer(1, length - 1);
    const split = (cells: readonly Cell[]): Cell[] => [...cells.slice(0, at), null, ...cells.slice(at)];
    return { ...table, columns: table.columns.map((column) => ({ ...column, cells: split(column.cells) })) };
  });

function inserted(table: Table, columns: readonly Column[], random: Random): Table {
  const all = [...table.columns];
  for (const column of columns) all.splice(random.integer(0, all.length), 0, column);
  return { ...table, columns: all };
}

const blankColumn: Mutation = (book, random) =>
  tables(book, (table, sheet) => {
    if (!movable(table, sheet)) return table;
    const columns = [...table.columns];
    columns.splice(random.integer(1, columns.length - 1), 0, { head: null, cells: [] });
    return { ...table, columns };
  });

const JUNK_CELLS: Readonly<Record<string, (row: number) => Cell>> = {
  colour: (row) => ["red", "blue", "green"][row % 3]!,
  size: (row) => ["S", "M", "L", "XL"][row % 4]!,
  brand: (row) => ["Orla", "Tern"][row % 2]!,
  category: (row) => `C${row % 5}`,
  remark: (row) => (row % 7 === 0 ? "ok" : null),
  country: (row) => ["PT", "CZ", "VN"][row % 3]!,
  tariff: (row) => 84_818_011 + 10 * (row % 9),
  image: (row) => `https://example.org/${row}.png`,
  rating: (row) => [4.5, 3.8, 4.9, null][row % 4]!,
  user: (row) => ["u1", "u2"][row % 2]!,
  changed: (row) => new Date(Date.UTC(2026, 1, 1 + (row % 20))),
  height: (row) => [12.5, 7, 30, 4.2][row % 4]!,
};

const junk: Mutation = (book, random, language) =>
  tables(book, (table, sheet) => {
    if (!movable(table, sheet)) return table;
    const rows = lengthOf(table);
    const columns = shuffled(Object.keys(JUNK), random)
      .slice(0, JUNK_COLUMNS)
      .map((key) => ({
        head: JUNK[key]![language][0]!,
        cells: Array.from({ length: rows }, (_, row) => JUNK_CELLS[key]!(row)),
      }));
    return inserted(table, columns, random);
  });

/** Dates and decimals as text, as the language writes them; whole numbers as text without separators. */
const asText: Mutation = (book, _random, language) => {
  const decimals = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(localeOf(language), {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "UTC",
  });
  const written = (cell: Cell, fractions: boolean): Cell => {
    if (cell instanceof Date) return days.format(cell);
    if (typeof cell !== "number") return cell;
    return fractions ? decimals.format(cell) : String(cell);
  };
  const change = (cells: readonly Cell[]): Cell[] => {
    const fractions = cells.some((cell) => typeof cell === "number" && !Number.isInteger(cell));
    return cells.map((cell) => written(cell, fractions));
  };
  return tables(book, (table) => ({
    ...table,
    // How a cell with a format looks is part of what it says.
    columns: table.columns.map((column) =>
      column.format === undefined ? { ...column, cells: change(column.cells) } : column,
    ),
  }));
};

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "columns permuted": permuted,
  "sheets renamed": renamed,
  "a blank row": blankRow,
  "a blank column": blankColumn,
  "numbers and dates as text": asText,
  "ten more columns": junk,
};

/** The case in other looks, each with what was done to it; last, with sheets in two languages. */
export function* mutantsOf(one: Case, kind: Kind, seed: number): Generator<readonly [name: string, mutant: Case]> {
  let number = 0;
  for (const [name, mutation] of Object.entries(MUTATIONS)) {
    number++;
    if (mutation === renamed && kind.byName) continue;
    yield [name, { ...one, book: mutation(one.book, randomFrom(mix(seed, number)), one.language) }];
  }
  const other = LANGUAGES[(LANGUAGES.indexOf(one.language) + 3) % LANGUAGES.length]!;
  yield ["another language's headers", caseOf(kind, one.name, one.language, seed, other)];
}
