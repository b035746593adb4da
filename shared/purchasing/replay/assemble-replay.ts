import { randomFrom } from "../../numeric/random.ts";
import { startsOf } from "./counted-periods.ts";
import { assumptions } from "./assumptions.ts";
import { comparedWith, headline } from "./headline.ts";
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

/** The part of the saving that arises before anything ordered in the counted time can sell. */
const inheritedSaving = (items: readonly Played[]): number =>
  items.reduce(
    (sum, { inherited, today, lotwise }) =>
      today.periods.slice(0, inherited).reduce((part, { cost }, i) => part + cost - lotwise.periods[i]!.cost, sum),
    0,
  );

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
    compared_with: comparedWith(items),
    today,
    lotwise,
    saving: {
      value: today.total - lotwise.total,
      ...(items.length > 0 ? interval(items.map(({ saving }) => saving)) : { low: 0, high: 0 }),
      inherited: inheritedSaving(played),
    },
    by_period: byPeriod(played, startsOf(periods, shared)),
    items,
    left_out: [
      ...replayed.flatMap((item) => ("reason" in item ? [{ sku: item.sku, reason: item.reason }] : [])),
      ...unread,
    ],
    assumptions: assumptions(shared, items),
  };
  return { ...replay, message: headline(replay, shared.period) };
}
