import type { IsoDate } from "../../calendar/dates.ts";
import { shortDate } from "../../calendar/words.ts";
import type { ItemFacts } from "./item-facts.ts";
import type { Promotion } from "../terms/plan.ts";
import { promotionsAhead } from "./promotions.ts";
import { listed, units } from "../terms/words.ts";

/** More than these are counted, not listed. */
const LISTED = 3;

function dates({ start, end }: Promotion, today: IsoDate): string {
  const first = shortDate(start, today);
  return start === end ? `on ${first}` : `from ${first} to ${shortDate(end, today)}`;
}

/** "promotion from 14 Dec to 20 Dec", "promotions on 14 Dec and from 4 Jan to 10 Jan", "5 promotions". */
export function promotionsNamed(promotions: readonly Promotion[], today: IsoDate): string {
  if (promotions.length > LISTED) return `${promotions.length} promotions`;
  const said = listed(promotions.map((promotion) => dates(promotion, today)));
  return `promotion${promotions.length > 1 ? "s" : ""} ${said}`;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The promotions whose uplift neither the history nor the buyer tells: the forecast is without them. */
export const unknownPromotions = ({ forecast }: ItemFacts, ahead: readonly Promotion[]): Promotion[] =>
  forecast.promoted?.learned === true ? [] : ahead.filter(({ uplift }) => uplift === undefined);

/** What promotions in the time to be covered do to the expected demand, for the reasons; "" without any. */
export function promotionReason(facts: ItemFacts): string {
  const { forecast, context, time, protectionDays } = facts;
  const ahead = promotionsAhead(facts.promotions, context.today, protectionDays);
  if (forecast.promoted === undefined || ahead.length === 0) return "";
  const unknown = unknownPromotions(facts, ahead);
  const counted = ahead.filter((promotion) => !unknown.includes(promotion));
  const added = forecast.promoted.added(time.at(0), time.at(protectionDays));
  const about = units(Math.abs(added), facts.whole);
  const little = about === "0" || about === "under 1";
  const effect = little ? "change little" : added > 0 ? `add about ${about}` : `take about ${about} off`;
  const sentence = (some: readonly Promotion[], says: string): string => {
    const subject = `${some.length > 1 ? "" : "a "}${promotionsNamed(some, context.today)}`;
    return some.length === 0 ? "" : `${upper(subject)} ${some.length > 1 ? "are" : "is"} ${says}.`;
  };
  return [
    sentence(counted, `expected to ${effect}`),
    sentence(unknown, "not in the forecast: no past promotion tells the uplift"),
  ]
    .filter(Boolean)
    .join(" ");
}
