import { suddenSilence } from "../../demand/history/sudden-silence.ts";
import { counted } from "../terms/words.ts";
import { lostSales } from "./at-stake.ts";
import { defineExceptions } from "./define-exceptions.ts";

/**
 * A steady seller that fell silent while there is none of it: whether it was out of stock only the buyer knows, and a
 * forecast that takes the silence for demand orders less and less. At stake is what it would sell beyond the forecast.
 */
export const wasOutOfStock = defineExceptions({
  kinds: { "sudden-silence": "Steady sellers that fell silent" },
  find: (facts) => {
    const { history, context, canOrder, item, time, protectionDays, demand } = facts;
    const found = canOrder && item.on_hand <= 0 ? suddenSilence(history) : undefined;
    if (found === undefined) return [];
    const { silent, before, sold, level } = found;
    const { period } = context;
    const periods = time.at(protectionDays) - time.at(0);
    const message = `Sold in ${sold} of ${counted(before, period)}, then nothing for ${counted(silent, period)}, and there is none: was it out of stock? Then write NA for those, which now count as no demand. If it is not sold any more, mark it "discontinued".`;
    return [
      { code: "sudden-silence", money: lostSales(level * periods - demand.until(protectionDays), facts), message },
    ];
  },
});
