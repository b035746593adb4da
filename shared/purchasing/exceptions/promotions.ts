import { promotionsNamed, unknownPromotions } from "../facts/promotion-words.ts";
import { promotionsAhead } from "../facts/promotions.ts";
import { oddData } from "./data.ts";
import { defineExceptions } from "./define-exceptions.ts";

/** Promotions announced further ahead than this can still be told of later. */
const LOOK_AHEAD_DAYS = 91;

/** A promotion ahead that nothing is known of: the forecast is without it, so the buyer must think of it. */
export const unknownUplift = defineExceptions({
  kinds: oddData.kinds,
  find: (facts) => {
    const { context, protectionDays, hasHistory, canOrder } = facts;
    if (!hasHistory || !canOrder) return [];
    const days = Math.max(LOOK_AHEAD_DAYS, protectionDays);
    const unknown = unknownPromotions(facts, promotionsAhead(facts.promotions, context.today, days));
    if (unknown.length === 0) return [];
    const message = `The forecast does not include the ${promotionsNamed(unknown, context.today)}: there is no past promotion to learn an uplift from. Give the uplift in the promotions table, or a quantity of your own.`;
    return [{ code: "data", money: 0, message }];
  },
});
