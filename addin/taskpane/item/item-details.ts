import { dayNumber } from "../../../shared/calendar/dates.ts";
import type { Period } from "../../../shared/calendar/periods.ts";
import { timeline } from "../../../shared/calendar/timeline.ts";
import { periodLabel } from "../../../shared/calendar/words.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { own } from "../../../shared/define/own.ts";
import type { PlanException, PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { Item, PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { Server } from "../server/server.ts";
import { requestOfItem } from "./one-item.ts";

/** Everything the pane shows of one item. */
export interface ItemDetails {
  readonly item: Item;
  readonly line: PlanLine;
  readonly exceptions: readonly PlanException[];
  /** The company's, in which exceptions count; "" where it is unknown. */
  readonly currency: string;
  readonly period: Period;
  readonly history: readonly (number | null)[];
  /** The forecast of each coming period, and the bounds between which demand falls in 9 cases of 10. */
  readonly forecast: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
  /** What each period is called, history first. */
  readonly labels: readonly string[];
}

function labelsOf(forecastStart: string, period: Period, before: number, ahead: number): string[] {
  const { startOf } = timeline(dayNumber(forecastStart), period);
  return Array.from({ length: before + ahead }, (_, i) => periodLabel(startOf(i - before), period));
}

/** Plans one item of a request alone. Throws a `UserError` where it has no row or cannot be planned. */
export async function detailsOf(
  sku: string,
  request: PlanRequest,
  server: Server,
  signal: AbortSignal,
): Promise<ItemDetails> {
  const item = request.items.find((each) => each.sku === sku);
  if (!item)
    throw new UserError(`no such SKU: ${sku} is in no row of the item table; add it there, or select another row`);
  const history = own(request.history, sku) ?? [];
  const plan = await server.plan(requestOfItem(request, sku), { signal, onProgress: () => undefined });
  const line = plan.lines.find((each) => each.sku === sku);
  const exceptions = plan.exceptions.filter((each) => each.sku === sku);
  if (!line) throw new UserError(exceptions[0]?.message ?? `SKU ${sku} cannot be planned`);
  const forecast = line.forecast.map((mean, h) => ({
    mean,
    low: line.forecast_low[h]!,
    high: line.forecast_high[h]!,
  }));
  return {
    item,
    line,
    exceptions,
    currency: request.settings.currency ?? "",
    period: request.period,
    history,
    forecast,
    labels: labelsOf(line.forecast_start, request.period, history.length, line.forecast.length),
  };
}
