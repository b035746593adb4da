import { stockAndOwed } from "../../purchasing/facts/net-position.ts";
import { isServiceShare, SERVICE_MEASURES } from "../../purchasing/terms/service-target.ts";
import { isoDate } from "../../calendar/dates.ts";
import type { Field } from "../fields/index.ts";
import { isNo, isYes } from "../flags.ts";
import { leadTimeDays } from "../lead-time.ts";
import { isBlank } from "../sheet.ts";
import { statusOf } from "../../words/item-status.ts";
import type { ItemCells, ItemTable } from "./item-table.ts";
import type { ItemRow } from "./items.ts";

/** Optional amounts; 0 in the supplier's rules, or as a level to order up to, means that there is none. */
const AMOUNTS = [
  "cost",
  "price",
  "moq",
  "multiple",
  "maximum",
  "reserved",
  "backorders",
  "order_quantity",
  "reorder_point",
  "order_up_to",
] as const;
const ZERO_IS_NONE: ReadonlySet<string> = new Set(["moq", "multiple", "maximum", "order_up_to"]);

type Amounts = Partial<Record<(typeof AMOUNTS)[number], number>>;

function nonNegative(cells: ItemCells, field: Field, instead: string): number | undefined {
  const value = cells.number(field);
  if (value === undefined || (value !== null && value >= 0)) return value ?? undefined;
  cells.bad(`${field} not a number`, `${cells.name(field)}: it must be a number of at least 0. ${instead}`);
  return undefined;
}

export function amountsOf(cells: ItemCells): Amounts {
  const amounts: Amounts = {};
  for (const field of AMOUNTS) {
    const value = nonNegative(cells, field, "Planned as if it were empty.");
    if (value !== undefined && !(value === 0 && ZERO_IS_NONE.has(field))) amounts[field] = value;
  }
  // Without a level to order up to, systems write 0 where there is no reorder point.
  if (amounts.reorder_point === 0 && amounts.order_up_to === undefined) delete amounts.reorder_point;
  return amounts;
}

/**
 * Stock and what is owed: stock below 0 is owed at the least, whatever the column of backorders says, and what is
 * available is net of reservations.
 */
export function positionOf(
  { table }: ItemTable,
  cells: ItemCells,
  amounts: Amounts,
): Pick<ItemRow, "on_hand"> & Partial<Pick<ItemRow, "backorders" | "reserved">> {
  const field: Field = table.columns.has("on_hand") ? "on_hand" : "available";
  const stock = cells.number(field);
  if (stock === null)
    cells.bad("on hand not a number", `${cells.name(field)}: it must be a number. Planned with 0 on hand.`);
  const below = typeof stock === "number" && stock < 0 ? -stock : 0;
  const { stock: onHand, owed: backorders } = stockAndOwed(stock ?? 0, amounts.backorders);
  if (below > 0)
    cells.bad(
      "on hand negative",
      `On hand is ${-below}: stock cannot be below 0. Planned with 0 on hand and ${backorders} backordered.`,
    );
  const net = field === "available";
  return {
    on_hand: onHand,
    ...(backorders > 0 || amounts.backorders !== undefined ? { backorders } : {}),
    ...(amounts.reserved !== undefined && net ? { reserved: undefined } : {}),
  };
}

/** The lead time in days, undefined where the row has none. */
export function leadTimeOf(
  { table, leadUnit, leadSign }: ItemTable,
  cells: ItemCells,
  fallback: number,
  ofSupplier: boolean,
): number | undefined {
  if (!table.columns.has("lead_time")) return undefined;
  const cell = cells.cell("lead_time");
  const lead = isBlank(cell) ? undefined : leadTimeDays(cell, leadUnit, leadSign);
  if (lead === null)
    cells.bad(
      "lead time not a number",
      `${cells.name("lead_time")}: it must be a number of days of at least 0. ${fallback} days are used.`,
    );
  if (lead === undefined)
    cells.bad(
      "lead time missing",
      `The lead time is missing: ${ofSupplier ? "the supplier's " : ""}${fallback} days are used.`,
    );
  return lead ?? undefined;
}

/** The item's own service level or fill rate. */
export function targetOf(cells: ItemCells): Partial<Pick<ItemRow, "service_level" | "fill_rate">> {
  const [target, second] = SERVICE_MEASURES.flatMap((measure) => {
    const value = cells.number(measure);
    if (value === undefined) return [];
    const share = value !== null && value > 1 ? value / 100 : value;
    if (share !== null && isServiceShare(share)) return [{ [measure]: share }];
    cells.bad(
      measure.replace("_", " "),
      `${cells.name(measure)}: it must be at least 50% and below 100%. The general setting is used.`,
    );
    return [];
  });
  if (second)
    cells.bad(
      "two targets",
      "It has a service level and a fill rate: it must have one of them. The service level is used.",
    );
  return target ?? {};
}

/** Whether the item is still bought, by its status in words and by flags of any name. Unknown words are counted. */
export function stateOfItem({ table }: ItemTable, cells: ItemCells, unknown: Map<string, number>): string {
  const has = (field: Field): boolean => table.columns.has(field) && !isBlank(cells.cell(field));
  if (has("discontinued") && saysYes(cells, "discontinued")) return "discontinued";
  if (has("blocked") && saysYes(cells, "blocked")) return "do not order";
  if (has("active")) {
    const text = cells.text("active") ?? "";
    const cell = cells.cell("active");
    const state = isYes(cell) ? "active" : isNo(cell) ? "discontinued" : statusOf(text);
    if (state !== null && state !== "active") return state;
  }
  const text = cells.text("status") ?? "";
  const status = statusOf(text);
  if (status === null) unknown.set(text, (unknown.get(text) ?? 0) + 1);
  return status ?? text;
}

/** A flag is set by yes, or by the word itself ("Discontinued" under "Discontinued?"). */
function saysYes(cells: ItemCells, field: "discontinued" | "blocked"): boolean {
  if (isYes(cells.cell(field))) return true;
  const status = statusOf(cells.text(field) ?? "");
  return field === "discontinued" ? status === "discontinued" && !isNo(cells.cell(field)) : status === "do not order";
}

/** What is on its way by the item's own row. */
export function orderedOf({ due }: ItemTable, cells: ItemCells): ItemRow["on_order"] {
  const quantity = nonNegative(cells, "on_order", "No open order is assumed.");
  if (!quantity) return undefined;
  const cell = cells.cell("due");
  const date = isBlank(cell) ? null : due(cell);
  if (date === null && !isBlank(cell))
    cells.bad("due date", `${cells.name("due")}: it must be a date. The order is taken as due in one lead time.`);
  return { quantity, due: date ? isoDate(date.day) : undefined };
}
