import { dayNumber } from "../../calendar/dates.ts";
import { stockAndOwed } from "../facts/net-position.ts";
import type { Item } from "../terms/plan.ts";
import { planTime } from "../terms/plan-time.ts";
import type { ReplayShared } from "./replay-item.ts";

/** What the buyer ordered of an item in the time played, and what was in stock as it began. */
export interface OwnOrders {
  /** Units that arrived in each period played, and for one lead time after. */
  readonly arriving: readonly number[];
  /** Units in stock as it began: what is there now, and all that was sold, less all that arrived since. */
  readonly opening: number;
}

/** Share of the demand by which receipts may exceed sales and stock: counts, returns and write-offs are never exact. */
const TOLERANCE = 0.1;

/**
 * The buyer's own past orders by the period they arrived in: receipts, and beyond the history what is on order. Undefined
 * where there are none, where those of the workbook begin after the time played does, and where they do not add up with
 * sales and stock.
 */
export function ownOrders(
  { receipts = [], on_order: open = [], on_hand, backorders }: Item,
  { demand, leadTime }: { readonly demand: readonly number[]; readonly leadTime: number },
  shared: ReplayShared,
): OwnOrders | undefined {
  const { startOf, at } = planTime(shared);
  const first = startOf(-demand.length);
  const { receiptsFrom } = shared;
  if (receipts.length === 0 || receiptsFrom === undefined || receiptsFrom > first) return undefined;
  const today = dayNumber(shared.today);
  const arriving = new Array<number>(demand.length + leadTime).fill(0);
  const add = (day: string, quantity: number): void => {
    const t = Math.floor(at(dayNumber(day) - today)) + demand.length;
    if (t >= 0 && t < arriving.length) arriving[t]! += quantity;
  };
  for (const { received, quantity } of receipts) add(received, quantity);
  for (const { due, quantity } of open) add(due < shared.today ? shared.today : due, quantity);
  const since = receipts.reduce((sum, { received, quantity }) => sum + (received >= startOf(0) ? quantity : 0), 0);
  let stock = Math.max(0, stockAndOwed(on_hand, backorders).stock - since);
  let least = stock;
  for (let t = demand.length - 1; t >= 0; t -= 1) {
    stock += demand[t]! - arriving[t]!;
    least = Math.min(least, stock);
  }
  const sold = demand.reduce((a, b) => a + b, 0);
  return least < -TOLERANCE * sold ? undefined : { arriving, opening: Math.max(0, stock) };
}
