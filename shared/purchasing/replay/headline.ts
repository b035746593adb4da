import { amount, counted, listed, percent } from "../terms/words.ts";
import { PRACTICES, type Practice, type Replay, type ReplayItem } from "./replay.ts";

const PRACTICE_WORDS: Readonly<Record<Practice, string>> = {
  "your orders": "your own past orders",
  "your levels": "your own levels",
  "usual rule": "the usual rule of inventory software",
};

/** What Lotwise is compared with, in words: where practices differ by item, for how many each stands. */
export function comparedWith(items: readonly Pick<ReplayItem, "practice">[]): string {
  const found = PRACTICES.map((practice) => ({
    says: PRACTICE_WORDS[practice],
    count: items.filter((item) => item.practice === practice).length,
  })).filter(({ count }) => count > 0);
  if (found.length < 2) return found[0]?.says ?? "today's practice";
  return listed(found.map(({ says, count }) => `${says} for ${counted(count, "item")}`));
}

/** The result in a few sentences: what is compared with what, by how much, and what of it was inherited. */
export function headline(replay: Omit<Replay, "message">, period: string): string {
  const { today, lotwise, saving, currency, items, periods, compared_with: rival } = replay;
  if (items.length === 0) return "No item could be replayed.";
  const money = (x: number): string => amount(x, currency);
  const less = (x: number): string => `${money(Math.abs(x))} ${x >= 0 ? "less" : "more"}`;
  const over = `Over the last ${counted(periods, period)}, ${counted(items.length, "item")} would have cost ${money(lotwise.total)} with Lotwise and ${money(today.total)} with ${rival}`;
  const share = today.total > 0 ? ` (${percent(Math.abs(saving.value) / today.total, 1)})` : "";
  const inherited =
    Math.abs(saving.inherited) < 0.5
      ? ""
      : ` Of that, ${less(saving.inherited)} came of the stock that each had as the count began, before new orders could tell.`;
  const sure =
    saving.low > 0 || saving.high < 0 ? "" : " The difference is no larger than chance would make between such items.";
  return `${over}: ${less(saving.value)}${share}.${inherited}${sure}`;
}
