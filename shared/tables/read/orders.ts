import type { OpenOrder } from "../../purchasing/terms/plan.ts";
import { isoDate } from "../../calendar/dates.ts";
import { dateReader, decimalSigns, numberReader } from "../columns.ts";
import type { DateOrder } from "../dates.ts";
import { stateOf } from "../effects.ts";
import type { Field } from "../fields/index.ts";
import type { Collector } from "../findings.ts";
import { dataRows, fullHeader, headerText, type FoundTable } from "../find-tables.ts";
import { isYes } from "../flags.ts";
import { parseHeader } from "../header/parse.ts";
import { plain } from "../../words/plain.ts";
import { cellText, isBlank, quoted, type CellValue } from "../sheet.ts";
import { unitsOfRow, type Packs } from "./packs.ts";
import { profileOf } from "../systems/profile.ts";
import type { OrderState } from "../systems/system.ts";

/** "Cancelled" (3), "Void" (1). */
const list = (words: ReadonlyMap<string, number>): string =>
  [...words].map(([word, rows]) => `"${word}" (${rows})`).join(", ");

/** Finds what a word of the status column says. */
function stateFinder(table: FoundTable): (word: string) => OrderState | undefined {
  const known = profileOf(table)?.statuses ?? {};
  const states = new Map<string, OrderState | undefined>();
  return (word) => {
    if (!states.has(word)) states.set(word, known[word] ?? stateOf(word, "purchases"));
    return states.get(word);
  };
}

/** Tells whether a row's order may still come, and counts those that may not. */
function stateReader(
  table: FoundTable,
  collector: Collector,
): {
  readonly comes: (row: readonly CellValue[]) => boolean;
  /** Whether all of it has come. */
  readonly done: (row: readonly CellValue[]) => boolean;
  readonly say: () => void;
} {
  const { columns } = table;
  const [status, closed] = [columns.get("status"), columns.get("closed")];
  const stateIn = stateFinder(table);
  const gone = new Map<string, number>();
  const strange = new Map<string, number>();
  const count = (words: Map<string, number>, word: string): void => void words.set(word, (words.get(word) ?? 0) + 1);
  const header = headerText(table, status);
  const comesAnyway = (word: string): boolean =>
    collector.ask({
      id: `order status: ${plain(header)}: ${plain(word) || word}`,
      sheet: table.sheet.name,
      about: `${table.sheet.name}: are orders with "${header}" "${word}" still to come?`,
      choices: [
        { answer: "yes", says: "Yes: what they bring is not ordered again" },
        { answer: "no", says: "No: they bring nothing more" },
      ],
      taken: "yes",
    }) !== "no";
  const wordOf = (row: readonly CellValue[]): string => (status === undefined ? "" : cellText(row[status]));
  const done = (row: readonly CellValue[]): boolean => {
    const word = wordOf(row);
    if (word !== "" && stateIn(word) !== undefined) return stateIn(word) === "done";
    return closed !== undefined && isYes(row[closed]);
  };
  const comes = (row: readonly CellValue[]): boolean => {
    if (closed !== undefined && isYes(row[closed])) {
      count(gone, headerText(table, closed));
      return false;
    }
    const word = wordOf(row);
    if (word === "") return true;
    const state = stateIn(word);
    if (state === undefined) count(strange, word);
    const open = state === undefined ? comesAnyway(word) : state === "open" || state === "partial";
    if (!open) count(gone, word);
    return open;
  };
  const say = (): void => {
    if (gone.size > 0)
      collector.note(`${table.sheet.name}: orders that bring nothing more are left out: ${list(gone)}.`, "left out");
    if (strange.size > 0)
      collector.note(
        `${table.sheet.name}: the status ${list(strange)} is not known; these orders count as still to come.`,
      );
  };
  return { comes, done, say };
}

/** What is still to come: the remaining quantity where a column says it, else what was ordered less what was received. */
function quantityReader(
  table: FoundTable,
  collector: Collector,
): {
  readonly field: Field;
  readonly of: (row: readonly CellValue[]) => number | null | undefined;
  /** What has come of it, where all of it has or a column says. */
  readonly came: (row: readonly CellValue[], done: boolean) => number;
} {
  const { columns } = table;
  const field: Field = columns.has("on_order") ? "on_order" : "quantity";
  const remains = parseHeader(fullHeader(table, columns.get(field))).sets.some(
    (set) => set.has("remaining") || set.has("open") || set.has("balance"),
  );
  const received = !remains && columns.has("received");
  const signs = decimalSigns(
    table,
    [columns.get(field) ?? -1, ...(received ? [columns.get("received") ?? -1] : [])],
    collector,
  );
  const number = numberReader(table, signs);
  if (received)
    collector.note(
      `${table.sheet.name}: what is still to come is "${headerText(table, columns.get(field))}" less "${headerText(table, columns.get("received"))}".`,
    );
  return {
    field,
    of(row) {
      const quantity = number(row, field);
      if (typeof quantity !== "number" || !received) return quantity;
      return Math.max(0, quantity - Math.max(0, number(row, "received") ?? 0));
    },
    came(row, done) {
      const told = columns.has("received") ? number(row, "received") : undefined;
      return Math.max(0, told ?? (done && columns.has("quantity") ? (number(row, "quantity") ?? 0) : 0));
    },
  };
}

/** An order as its row says it; without a date of arrival it is due in one lead time after it was placed. */
export type OrderRow = Omit<OpenOrder, "due"> & {
  /** Units that have come of it; `quantity` is still to come. */
  readonly came: number;
  readonly due?: string | undefined;
  readonly placed?: string | undefined;
};

/**
 * Reads the orders by SKU: what is still to come, and what has come. A row of an open order without a usable quantity or
 * date is named and left out.
 */
export function readOrders(
  table: FoundTable,
  collector: Collector,
  order?: DateOrder,
  packs: Packs = new Map(),
): Map<string, OrderRow[]> {
  const { columns, sheet } = table;
  const timed: Field = columns.has("due") ? "due" : "date";
  const { comes, done, say } = stateReader(table, collector);
  const quantityOf = quantityReader(table, collector);
  const when = dateReader(table, timed, collector, order);
  const units = unitsOfRow(table, packs, collector);
  const orders = new Map<string, OrderRow[]>();
  for (const { row, number: rowNumber } of dataRows(table)) {
    const cell = (field: Field): CellValue | undefined => row[columns.get(field) ?? -1];
    const sku = cellText(cell("sku"));
    const bad = (kind: string, message: string): void =>
      collector.badRow(kind, {
        sheet: sheet.name,
        row: rowNumber,
        sku,
        message: `${message} The open order is left out.`,
      });
    const name = (of: Field): string => `"${headerText(table, columns.get(of))}" is ${quoted(cell(of))}`;
    const came = quantityOf.came(row, done(row));
    const open = comes(row);
    const quantity = open ? quantityOf.of(row) : 0;
    const date = when(cell(timed));
    if (!open && (sku === "" || came === 0 || date === null)) continue;
    if (sku === "") bad("SKU missing", "The SKU is empty: it must be the item's code.");
    else if (typeof quantity !== "number" || quantity < 0)
      bad("quantity", `${name(quantityOf.field)}: it must be a number of at least 0.`);
    else if (date === null && !(timed === "date" && isBlank(cell(timed))))
      bad("date", `${name(timed)}: it must be a date.`);
    else if (quantity > 0 || (came > 0 && date !== null)) {
      const reference = cellText(cell("reference")) || undefined;
      const day = date === null ? undefined : isoDate(date.day);
      const list = orders.get(sku) ?? [];
      list.push({
        quantity: quantity * (units?.(row, sku) ?? 1),
        came: came * (units?.(row, sku) ?? 1),
        reference,
        ...(timed === "due" ? { due: day } : { placed: day }),
      });
      orders.set(sku, list);
    }
  }
  say();
  return orders;
}
