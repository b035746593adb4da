import { randomFrom } from "../../numeric/random.ts";
import { amount, counted as countedWords, percent } from "../terms/words.ts";
import { startsOf } from "./counted-periods.ts";
import { assumptions } from "./assumptions.ts";
import type { ReplayedItem, ReplayShared } from "./replay-item.ts";
import type { LeftOut, Replay, ReplayCosts, ReplayItem, ReplayPeriod } from "./replay.ts";

type Played = Extract<ReplayedItem, { practice: unknown }>;
type Side = "today" | "lotwise";

const SAMPLES = 1000;

/** All items' costs of one side, added up; the fill rate by value. */
function total(items: readonly Played[], side: Side): ReplayCosts {
  const sum = { total: 0, ordering: 0, holding: 0, shortage: 0, orders: 0, units_short: 0, average_stock: 0 };
  let [asked, served] = [0, 0];
  for (const item of items) {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += item[side].costs[key];
    asked += item[side].asked;
    served += item[side].served;
  }
  return { ...sum, fill_rate: asked > 0 ? served / asked : null };
}

/** 90% interval of the sum over samples of the items, as many, drawn with replacement (Efron's bootstrap). */
function interval(savings: readonly number[]): { low: number; high: number } {
  const random = randomFrom(1);
  const n = savings.length;
  const sums = Array.from({ length: SAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += savings[random.integer(0, n - 1)]!;
    return sum;
  }).sort((a, b) => a - b);
  return { low: sums[Math.floor(0.05 * SAMPLES)]!, high: sums[Math.ceil(0.95 * SAMPLES) - 1]! };
}

function byPeriod(items: readonly Played[], starts: readonly string[]): ReplayPeriod[] {
  const at = (side: Side, i: number): ReplayPeriod["today"] => ({
    cost: items.reduce((sum, item) => sum + item[side].periods[i]!.cost, 0),
    stock: items.reduce((sum, item) => sum + item[side].periods[i]!.stock, 0),
  });
  return starts.map((start, i) => ({ start, today: at("today", i), lotwise: at("lotwise", i) }));
}

function message(replay: Omit<Replay, "message">, period: string): string {
  const { today, lotwise, saving, currency, items, periods } = replay;
  if (items.length === 0) return "No item could be replayed.";
  const money = (x: number): string => amount(x, currency);
  const over = `Over the last ${countedWords(periods, period)}, ${countedWords(items.length, "item")} would have cost ${money(lotwise.total)} with Lotwise and ${money(today.total)} with today's practice`;
  const share = today.total > 0 ? ` (${percent(Math.abs(saving.value) / today.total, 1)})` : "";
  const verdict = saving.value >= 0 ? `${money(saving.value)} less${share}` : `${money(-saving.value)} more${share}`;
  const sure =
    saving.low > 0 || saving.high < 0 ? "" : " The difference is no larger than chance would make between such items.";
  return `${over}: ${verdict}.${sure}`;
}

/** Puts the replayed items together: totals, the saving with its interval, the course over time, a sentence. */
export function assembleReplay(
  replayed: readonly ReplayedItem[],
  shared: ReplayShared,
  unread: readonly LeftOut[],
): Replay {
  const played = replayed.filter((item): item is Played => "practice" in item);
  const items = played
    .map(({ sku, practice, today, lotwise }): ReplayItem => ({
      sku,
      practice,
      today: today.costs,
      lotwise: lotwise.costs,
      saving: today.costs.total - lotwise.costs.total,
    }))
    .sort((a, b) => b.saving - a.saving || (a.sku < b.sku ? -1 : 1));
  const [today, lotwise] = [total(played, "today"), total(played, "lotwise")];
  const { periods } = shared;
  const replay = {
    periods,
    currency: shared.settings.currency ?? "",
    today,
    lotwise,
    saving: {
      value: today.total - lotwise.total,
      ...(items.length > 0 ? interval(items.map(({ saving }) => saving)) : { low: 0, high: 0 }),
    },
    by_period: byPeriod(played, startsOf(periods, shared)),
    items,
    left_out: [
      ...replayed.flatMap((item) => ("reason" in item ? [{ sku: item.sku, reason: item.reason }] : [])),
      ...unread,
    ],
    assumptions: assumptions(shared, items),
  };
  return { ...replay, message: message(replay, shared.period) };
}
