import { USUAL_SHORTAGE_RATE } from "../../../shared/purchasing/terms/missed-cost.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { USUAL_HOLDING_RATE } from "../../../shared/purchasing/terms/holding-cost.ts";
import type { Replay } from "../../../shared/purchasing/replay/replay.ts";
import { count, money } from "../view/money.ts";
import type { SettingName } from "../settings/settings.ts";

/** A share with one decimal, "97.7%"; never rounded up to 100%, nor down to 0%. */
export function percent(share: number): string {
  const tenths = Math.min(Math.max(Math.round(share * 1000), share > 0 ? 1 : 0), share < 1 ? 999 : Infinity);
  return `${new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(tenths / 10)}%`;
}

/** What the replay says of the two, in the buyer's words. */
export interface Verdict {
  /** "even" where chance alone may have made the difference. */
  readonly tone: "cheaper" | "dearer" | "even";
  /** "€67,388 less with Lotwise than with your own past orders" */
  readonly headline: string;
  /** The saving as a share, and its interval. */
  readonly range: string;
  /** How much of it the counted time inherited; "" where nothing to speak of. */
  readonly inherited: string;
}

/** "€100 less", "€100 more" */
const less = (saving: number, currency: string): string =>
  `${money(Math.abs(saving), currency)} ${saving < 0 ? "more" : "less"}`;

function range({ saving: { low, high }, currency }: Replay): string {
  const [near, far] = low < 0 && high <= 0 ? [-high, -low] : [low, high];
  if (near < 0) return `between ${less(low, currency)} and ${less(high, currency)}`;
  return `between ${money(near, currency)} and ${less(low < 0 ? -far : far, currency)}`;
}

export function verdictOf(replay: Replay): Verdict {
  const { saving, today, currency, items, compared_with: rival } = replay;
  const { value, low, high, inherited } = saving;
  const several = new Set(items.map(({ practice }) => practice)).size > 1;
  const share = today.total > 0 ? `${percent(Math.abs(value) / today.total)} of today’s cost. ` : "";
  const uncertain = low <= 0 && high >= 0;
  return {
    tone: uncertain ? "even" : value > 0 ? "cheaper" : "dearer",
    headline: `${less(value, currency)} with Lotwise than with ${several ? "today’s practice" : rival}`,
    range: `${share}Nine times in ten ${range(replay)}${uncertain ? ": too close to call" : ""}.`,
    inherited:
      Math.abs(inherited) < 0.5
        ? ""
        : `Of that, ${less(inherited, currency)} came of the stock that each had as the count began, before new orders could tell.`,
  };
}

/** What stands for today's practice, and how to give one's own. */
export function practiceOf({ items, compared_with: rival }: Pick<Replay, "items" | "compared_with">): string {
  if (items.some(({ practice }) => practice !== "usual rule")) return `Today’s practice is ${rival}.`;
  return `What you do today is not known: ${rival} stands for it. A table of past purchase orders, or a column “Reorder point” or “Order up to” in the item table, replays your own instead.`;
}

/** Something the replay had to assume, and what to do about it. */
export interface Unknown {
  readonly says: string;
  /** The setting to give; undefined where the sheets must say it. */
  readonly give?: SettingName;
}

/** The costs that nobody gave. */
export function unknownCosts({ settings, items }: PlanRequest): Unknown[] {
  const costless = items.filter(({ cost }) => !cost).length;
  const priceless = items.filter(({ cost, price }) => cost && price === undefined).length;
  return [
    ...(settings.order_cost === undefined
      ? [{ says: "What an order line costs is not given: ordering counts as free.", give: "order_cost" as const }]
      : []),
    ...(settings.holding_rate === undefined
      ? [
          {
            says: `What a year in stock costs is not given: ${percent(USUAL_HOLDING_RATE)} of the unit cost is assumed.`,
            give: "holding_rate" as const,
          },
        ]
      : []),
    ...(settings.shortage_rate === undefined && priceless > 0
      ? [
          {
            says: `${count(priceless, "item has", "items have")} no selling price: a missed sale is assumed to cost ${percent(USUAL_SHORTAGE_RATE)} of the unit cost.`,
            give: "shortage_rate" as const,
          },
        ]
      : []),
    ...(costless > 0
      ? [
          {
            says: `${count(costless, "item has", "items have")} no unit cost and ${costless === 1 ? "is" : "are"} left out: the item table needs a column for it.`,
          },
        ]
      : []),
  ];
}
