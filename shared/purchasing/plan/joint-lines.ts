import { addDays } from "../../calendar/dates.ts";
import { tidy } from "../../numeric/tidy.ts";
import { isClosed } from "../../words/item-status.ts";
import type { PartAnswer } from "../joint/answer.ts";
import type { BuiltProblem } from "../joint/build/build-problem.ts";
import { purchaseOf } from "../joint/build/purchase.ts";
import type { OrderLine, SupplierOrder } from "../joint/problem.ts";
import type { Worth } from "../joint/worths.ts";
import type { PlanLine } from "./plan-schema.ts";
import { amount, exactly } from "../terms/words.ts";
import type { PlannedMoney } from "./item-money.ts";

/** What was decided of an item: from which order's line, and how much. */
export interface Chosen {
  readonly order: number;
  readonly line: number;
  readonly quantity: number;
  readonly need: number;
  /** The rule that moved it from the need, with the quantity that it would have without. */
  readonly moved?: (Pick<Worth, "rule" | "name" | "worth"> & { readonly instead: number }) | undefined;
}

/** The quantity of a line that costs least by itself. */
export function needOf({ options, unlocked }: OrderLine, rate: number): number {
  const priced = (unlocked ?? options).map(({ quantity, cost, value }) => ({ quantity, money: cost + rate * value }));
  return priced.reduce((best, one) => (one.money < best.money - 1e-9 ? one : best)).quantity;
}

/** The rule that moved a line from its need: the one worth most without which it would be nearer. */
function movedBy(part: PartAnswer, s: number, i: number, { lines }: SupplierOrder, quantity: number, need: number) {
  if (quantity === need) return undefined;
  for (const worth of part.worths) {
    const ofLine = worth.line === undefined || (worth.order === s && worth.line === i);
    if (!ofLine || (worth.order >= 0 && worth.order !== s)) continue;
    const options = worth.line === undefined ? lines[i]!.options : (lines[i]!.unlocked ?? lines[i]!.options);
    const instead = options[worth.picks[s]![i]!]!.quantity;
    if (Math.abs(instead - need) < Math.abs(quantity - need)) return { ...worth, instead };
  }
  return undefined;
}

/** Each item's line, by SKU: of several sources the one that delivers, else the item's own supplier. */
export function chosenLines(answers: readonly PartAnswer[], { placed, problem }: BuiltProblem): Map<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  for (const part of answers)
    part.orders.forEach((s, n) =>
      placed[s]!.forEach(({ money, source }, i) => {
        const order = problem.orders[s]!;
        const { quantity } = order.lines[i]!.options[part.picks[n]![i]!]!;
        if (quantity <= 0 && source !== undefined) return;
        const known = chosen.get(money.item.sku);
        if (known && quantity <= 0) return;
        const need = source === undefined ? needOf(order.lines[i]!, order.rate) : (known?.need ?? quantity);
        chosen.set(money.item.sku, {
          order: s,
          line: i,
          quantity,
          need,
          moved: movedBy(part, n, i, order, quantity, need),
        });
      }),
    );
  return chosen;
}

const money = (x: number): string => (x < 10 ? x.toFixed(2) : amount(x, ""));

/** Why the quantity is what it is. */
function verdict({ quantity, need, moved }: Chosen, waits: string | undefined): string {
  if (waits !== undefined) return waits;
  const order = quantity > 0 ? `Order ${exactly(quantity)}` : "Nothing to order";
  if (!moved)
    return quantity === need
      ? `${order}: by money it costs least.`
      : `${order}; by itself ${exactly(need)} would cost least, the orders' rules together make it another.`;
  return `${order}; by itself ${exactly(need)} would cost least. Because of ${moved.name}: without it ${exactly(moved.instead)}, and the plan would cost ${money(moved.worth)} less.`;
}

/** A line as the joint plan has it. */
export function jointLine(
  line: PlanLine,
  from: PlannedMoney,
  one: Chosen,
  { problem, placed, waiting }: BuiltProblem,
  today: string,
): PlanLine {
  const { item, covers } = from;
  const { order, quantity, need, moved } = one;
  const { source } = placed[order]![one.line]!;
  const offer = source === undefined ? item : item.sources![source]!;
  const { supplier } = problem.orders[order]!;
  const days = covers.find(([q]) => q === quantity)?.[1] ?? null;
  const cost = offer.cost === undefined ? null : tidy(purchaseOf(quantity, { ...offer, cost: offer.cost }));
  const wait = waiting.get(supplier);
  const isWaiting = waiting.has(supplier) && need > 0;
  const nextDay = isWaiting ? wait! : quantity > 0 ? today : line.order_date === today ? null : line.order_date;
  const lead = (source === undefined ? undefined : item.sources![source]!.lead_time_days) ?? item.lead_time_days;
  const says = isWaiting ? `${supplier} takes no orders today${wait ? `, the next on ${wait}` : ""}.` : undefined;
  return {
    ...line,
    supplier,
    suggested: quantity,
    quantity,
    cost,
    unit_cost: cost === null ? null : quantity > 0 ? cost / quantity : (offer.cost ?? null),
    currency: offer.currency ?? line.currency,
    order_date: nextDay,
    arrival: nextDay === null ? null : addDays(nextDay, lead),
    cover_days: days === null ? null : Math.round(days * 10) / 10,
    need,
    binding: moved
      ? {
          rule: moved.rule,
          says: `Because of ${moved.name} ${exactly(quantity)}, not ${exactly(moved.instead)}.`,
          worth: moved.worth,
        }
      : null,
    why: [line.why, isClosed(item.status) || item.never ? "" : verdict(one, says)].filter(Boolean).join(" "),
  };
}
