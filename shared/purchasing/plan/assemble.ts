import { FEWEST_ITEMS } from "../../demand/models/table/lesson.ts";
import { own } from "../../define/own.ts";
import { tidy } from "../../numeric/tidy.ts";
import { belowMinimum, withMinimums } from "./order-minimum.ts";
import type { PlannedItem } from "./plan-item.ts";
import type { PlanContext } from "../facts/item-facts.ts";
import type { Plan, PlanException, PlanLine, PlanSummary, SupplierTotal } from "./plan-schema.ts";
import type { PlanRequest } from "../terms/plan.ts";
import { oldSales, salesEnd } from "../terms/plan-time.ts";
import { amount, counted, listed } from "../terms/words.ts";

/** Order totals per supplier and currency, dearest first. */
function supplierTotals(lines: readonly PlanLine[]): SupplierTotal[] {
  const totals = new Map<string, SupplierTotal>();
  for (const line of lines) {
    if (line.quantity <= 0) continue;
    const key = JSON.stringify([line.supplier, line.currency]);
    const so = totals.get(key) ?? { supplier: line.supplier, quantity: 0, lines: 0, cost: 0, currency: line.currency };
    totals.set(key, {
      ...so,
      quantity: tidy(so.quantity + line.quantity),
      lines: so.lines + 1,
      cost: tidy(so.cost + (line.cost ?? 0)),
    });
  }
  return [...totals.values()].sort((a, b) => b.cost - a.cost || compare(a.supplier, b.supplier));
}

/** Cost by currency; in the company's currency where every rate is known. */
function costs(suppliers: readonly SupplierTotal[], { settings }: PlanContext): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { cost, currency } of suppliers) {
    const rate = own(settings.rates, currency);
    const key = rate !== undefined && settings.currency ? settings.currency : currency;
    sums.set(key, tidy((sums.get(key) ?? 0) + cost * (key === currency ? 1 : (rate ?? 1))));
  }
  return Object.fromEntries(sums);
}

function summarise(
  lines: readonly PlanLine[],
  suppliers: readonly SupplierTotal[],
  exceptions: readonly PlanException[],
  request: PlanContext,
): PlanSummary {
  const cost = costs(suppliers, request);
  const summary = { items: lines.length, to_order: lines.filter((line) => line.quantity > 0).length, cost };
  const { old, says } = salesEnd(request);
  const message = `${old ? `${says}. ` : ""}${planMessage({ suppliers, summary }, exceptions.length)}`;
  return { ...summary, exceptions: exceptions.length, message, learned: learnedWords(request) };
}

/** Whether the items taught each other. */
function learnedWords({ learned }: PlanContext): string {
  const { lessons } = learned ?? {};
  return lessons === undefined
    ? `Each item is forecast by itself: for items to teach each other, at least ${FEWEST_ITEMS} must have sold for long enough.`
    : `Forecasts go by what ${counted(lessons.items, "item")} teach each other.`;
}

/** The plan in a sentence, with so many exceptions: a workbook adds the rows that could not be read. */
export function planMessage(
  {
    suppliers,
    summary: { to_order: toOrder, cost },
  }: Pick<Plan, "suppliers"> & { readonly summary: Pick<PlanSummary, "to_order" | "cost"> },
  exceptions: number,
): string {
  const money = listed(Object.entries(cost).flatMap(([currency, sum]) => (sum > 0 ? [amount(sum, currency)] : [])));
  const names = new Set(suppliers.flatMap(({ supplier }) => supplier || []));
  const from = names.size ? ` from ${counted(names.size, "supplier")}` : "";
  const orders = toOrder
    ? `Order ${counted(toOrder, "item")}${from}${money ? ` for ${money}` : ""}.`
    : "Nothing needs ordering today.";
  return `${orders} ${exceptions > 0 ? `${counted(exceptions, "exception")} to look at.` : "No exceptions."}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same remark about more items than this is one exception. */
const ALIKE = 10;

/** Joins data remarks that are the same for many items: "No cost" a thousand times hides what matters. */
function joinAlike(exceptions: readonly PlanException[]): PlanException[] {
  const remarks = new Map<string, PlanException[]>();
  const alikeOf = (message: string): PlanException[] => {
    const alike = remarks.get(message) ?? [];
    remarks.set(message, alike);
    return alike;
  };
  for (const e of exceptions) if (e.code === "data" && e.money === 0) alikeOf(e.message).push(e);
  const joined = [...remarks].filter(([, alike]) => alike.length > ALIKE);
  const gone = new Set(joined.flatMap(([, alike]) => alike));
  return [
    ...exceptions.filter((e) => !gone.has(e)),
    ...joined.map(([message, alike]): PlanException => ({
      sku: "",
      code: "data",
      money: 0,
      message: `${counted(alike.length, "item")}: ${message} (${alike
        .slice(0, 5)
        .map((e) => e.sku)
        .join(", ")}, …)`,
    })),
  ];
}

/** What of a request no item needs, only the whole. */
export interface PlanRest extends Pick<
  PlanRequest,
  "suppliers" | "budgets" | "storage" | "consolidations" | "now" | "time_zone"
> {
  /** What was found wrong while reading the request. */
  readonly exceptions: readonly PlanException[];
}

/** Puts the planned items together: totals per supplier, exceptions ranked by money, a summary. */
export function assemblePlan(
  planned: readonly PlannedItem[],
  shared: PlanContext,
  { suppliers: terms, exceptions: found }: PlanRest,
): Plan {
  const lines = planned.flatMap(({ line }) => line ?? []);
  const old = oldSales(shared);
  const ofAll: PlanException[] = old === undefined ? [] : [{ sku: "", code: "data", money: 0, message: old }];
  const suppliers = withMinimums(supplierTotals(lines), { suppliers: terms, settings: shared.settings });
  const exceptions = joinAlike([
    ...planned.flatMap((p) => p.exceptions),
    ...belowMinimum(suppliers, planned),
    ...found,
    ...ofAll,
  ]).sort((a, b) => b.money - a.money || compare(a.sku, b.sku));
  return { lines, suppliers, exceptions, summary: summarise(lines, suppliers, exceptions, shared) };
}
