import { defineCell } from "../define/define.ts";
import { notAvailable } from "../define/errors.ts";
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

export const stockoutDate = defineCell({
  name: "STOCKOUT_DATE",
  category: "Stock",
  summary: "When stock is expected to run out, from forecast and receipts.",
  returns: "The first day without stock, as a date; without start_date the periods from now until then.",
  dates: { column: 0, given: "start_date" },
  details: [
    "Demand falls evenly within a period and receipts arrive at its start, so the answer lies within the period. 0, or start_date, means that there is no stock now. Excel 2024 and older show a number: format the cell as a date.",
    'Where stock lasts for all of the forecast the answer is #N/A with a message: give a longer forecast, or write IFNA(STOCKOUT_DATE(...), "lasts").',
    "It goes by expected demand. Half of the time stock runs out sooner: LEAD_TIME_DEMAND says what demand may be.",
  ],
  formula: "The first t with D(t) = on hand + receipts up to t; D(t) forecast accumulated up to t",
  source: "by definition, with demand spread evenly within a period",
  parameters: {
    on_hand: onHand,
    forecast,
    receipts,
    start_date: startDate,
    days_per_period: daysPerPeriod,
  },
  examples: [
    {
      says: "100 on hand, 40 a week: half-way through week 3",
      args: [100, [[40, 40, 40, 40]]],
      answer: 2.5,
      source: "by definition: 100 / 40",
    },
    {
      says: "the same from Monday 23 Nov 2026: Thursday 10 Dec 2026",
      args: [100, [[40, 40, 40, 40]], null, 46349, 7],
      answer: 46366,
      source: "by definition: 17.5 days after serial number 46349",
    },
    {
      says: "50 arriving in week 3 put it off to week 4",
      args: [100, [[40, 40, 40, 40]], [[0, 0, 50]]],
      answer: 3.75,
      source: "by definition: 150 / 40",
    },
    {
      says: "25 arriving in week 4 come too late",
      args: [100, [[40, 40, 40, 40]], [[0, 0, 0, 25]]],
      answer: 2.5,
      source: "by definition: 100 / 40, before week 4 starts",
    },
  ],
  compute({ on_hand, forecast: demand, receipts: arriving, start_date, days_per_period }) {
    const time = runsOutAt({ onHand: on_hand, forecast: demand, receipts: checkReceipts(arriving, demand.length) });
    if (time === null) throw notAvailable(`stock lasts beyond the ${demand.length} periods of forecast`);
    return timeOrDate(time, start_date, days_per_period);
  },
});
