import { defineCell } from "../define/define.ts";
import { notAvailable } from "../define/errors.ts";
import { number, withDefault } from "../define/parameters.ts";
import { runsOutAt } from "../purchasing/facts/stock-ahead.ts";
import {
  checkReceipts,
  daysPerPeriod,
  forecast,
  onHand,
  receipts,
  startDate,
  timeOrDate,
} from "./parameters/stock-ahead.ts";

export const orderByDate = defineCell({
  name: "ORDER_BY_DATE",
  category: "Ordering",
  summary: "The last day to order so that the goods arrive before stock falls to the safety stock.",
  returns: "A date; without start_date the periods from now, below 0 where it is already late.",
  dates: { column: 0, given: "start_date" },
  details: [
    "The day stock is expected to fall to safety_stock, less the lead time. With no safety stock it is STOCKOUT_DATE less the lead time. A date before start_date says how late the order already is: order now, and ask for express delivery.",
    "Where stock stays above safety_stock for all of the forecast the answer is #N/A with a message: there is no need to order yet.",
    "The lead time is in periods, like everywhere in worksheet functions: 3 weeks are 3 with a weekly forecast and 21 with a daily one.",
  ],
  formula: "t − L; t the first time with D(t) = on hand − SS + receipts up to t, L lead time, SS safety stock",
  source: "by definition: the run-out time of the stock above safety stock, less the lead time",
  parameters: {
    on_hand: onHand,
    forecast,
    lead_time: number({ doc: "From order to arrival.", unit: "periods", min: 0 }),
    safety_stock: withDefault(
      number({ doc: "Units that should still be there when the goods arrive.", unit: "units", min: 0 }),
      0,
    ),
    receipts,
    start_date: startDate,
    days_per_period: daysPerPeriod,
  },
  examples: [
    {
      says: "240 on hand, 40 a week, 3 weeks' lead time, 20 to spare: in two and a half weeks",
      args: [240, [[40, 40, 40, 40, 40, 40, 40, 40]], 3, 20],
      answer: 2.5,
      source: "by definition: (240 − 20) / 40 − 3",
    },
    {
      says: "from Monday 23 Nov 2026: Thursday 10 Dec 2026",
      args: [240, [[40, 40, 40, 40, 40, 40, 40, 40]], 3, 20, null, 46349, 7],
      answer: 46366,
      source: "by definition: 17.5 days after serial number 46349",
    },
    {
      says: "60 on hand last one and a half weeks: a week and a half too late",
      args: [60, [[40, 40, 40, 40]], 3],
      answer: -1.5,
      source: "by definition: 60 / 40 − 3",
    },
  ],
  compute({ on_hand, forecast: demand, lead_time, safety_stock, receipts: arriving, start_date, days_per_period }) {
    const arrives = checkReceipts(arriving, demand.length);
    const time = runsOutAt({ onHand: on_hand - safety_stock, forecast: demand, receipts: arrives });
    if (time === null)
      throw notAvailable(
        `nothing to order yet: stock stays above safety stock for all ${demand.length} periods of forecast`,
      );
    return timeOrDate(time - lead_time, start_date, days_per_period);
  },
});
