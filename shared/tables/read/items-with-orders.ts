import { addDays, isoDate } from "../../calendar/dates.ts";
import type { Item, OpenOrder, Receipt } from "../../purchasing/terms/plan.ts";
import { counted } from "../../purchasing/terms/words.ts";
import type { Series } from "../aggregate.ts";
import type { Collector } from "../findings.ts";
import { ownOrders, type ItemRow } from "./items.ts";
import type { OrderRow } from "./orders.ts";

/** An item's orders: what is still to come, and what came by the day of the plan, taken to have come when it was due. */
function asOrdered(
  rows: readonly OrderRow[],
  leadTimeDays: number,
  today: string,
): { readonly on_order: OpenOrder[]; readonly receipts: Receipt[] } {
  const dated = rows.map(({ due, placed, ...row }) => ({ ...row, due: due ?? addDays(placed ?? today, leadTimeDays) }));
  return {
    on_order: dated.flatMap(({ quantity, due, reference }) => (quantity > 0 ? [{ quantity, due, reference }] : [])),
    receipts: dated.flatMap(({ came, due, reference }) =>
      came > 0 && due <= today ? [{ quantity: came, received: due, reference }] : [],
    ),
  };
}

/** The items with what is on its way; those without any sale get a history of zeros, where the history is row by row. */
export function itemsWithOrders(
  rows: ReadonlyMap<string, ItemRow>,
  orders: ReadonlyMap<string, readonly OrderRow[]> | undefined,
  history: Record<string, (number | null)[]>,
  { series, rowByRow, collector }: { series: Series; rowByRow: boolean; collector: Collector },
): Item[] {
  const today = isoDate(series.today);
  let [unsold, received] = [0, 0];
  const items = [...rows.values()].map((row): Item => {
    if (rowByRow && history[row.sku] === undefined) {
      unsold++;
      history[row.sku] = Array<number>(series.last - series.first + 1).fill(0);
    }
    if (orders === undefined) return { ...row, on_order: ownOrders(row, today, addDays) };
    const { on_order, receipts } = asOrdered(orders.get(row.sku) ?? [], row.lead_time_days, today);
    received += receipts.length;
    return { ...row, on_order, ...(receipts.length > 0 && { receipts }) };
  });
  if (received > 0)
    collector.note(
      `${counted(received, "past order")} came already: a replay of the past plays them as today's practice, each on the day it was due.`,
    );
  if (unsold > 0)
    collector.note(
      `${unsold} item${unsold > 1 ? "s do" : " does"} not occur in the history: no demand (0) in every ${series.period}.`,
    );
  return items;
}
