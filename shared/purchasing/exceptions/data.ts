import { own } from "../../define/own.ts";
import { units } from "../terms/words.ts";
import { defineExceptions } from "./define-exceptions.ts";

/** Missing or odd data of a row that could still be planned. */
export const oddData = defineExceptions({
  kinds: { data: "Data to mend" },
  find: (facts) => {
    const { item, context, hasHistory, rate, status } = facts;
    const says: string[] = [];
    const byCurve = context.settings.policy === "optimal" && item.curve !== undefined;
    if (!hasHistory && !byCurve) says.push("No sales history: nothing can be forecast, so nothing is suggested.");
    if (item.on_hand < 0) says.push(`On hand is ${units(item.on_hand)}: count the stock.`);
    if (status === null)
      says.push(
        `Status "${item.status?.trim()}" is not known, so it is planned as active: write "active", "discontinued" or "do not order".`,
      );
    if (item.cost === undefined) says.push("No cost: its order cannot be valued.");
    if (
      rate === 1 &&
      item.currency &&
      context.settings.currency &&
      item.currency !== context.settings.currency &&
      !own(context.settings.rates, item.currency)
    )
      says.push(`No rate for ${item.currency}: its amounts are not converted.`);
    return says.map((message) => ({ code: "data", money: 0, message }));
  },
});
