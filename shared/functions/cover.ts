import { defineCell } from "../define/define.ts";
import { notAvailable } from "../define/errors.ts";
import { periodsOfCover } from "../purchasing/facts/stock-ahead.ts";
import { forecast, onHand } from "./parameters/stock-ahead.ts";

export const cover = defineCell({
  name: "COVER",
  category: "Stock",
  summary: "Periods that the stock on hand covers of a changing forecast.",
  returns: "Periods, with the fraction of the last one; 0 where there is no stock.",
  details: [
    "Demand is used up period by period, evenly within each, so that a strong season ahead counts. For the same demand every day DAYS_OF_SUPPLY is enough.",
    "Beyond the forecast its mean goes on, as if it lasted for ever: the answer is then larger than the number of periods given. With no demand at all in the forecast the answer is #N/A.",
  ],
  formula:
    "The t with forecast accumulated up to t = on hand; beyond the n periods given, t = n × on hand / Σ forecast",
  source: "by definition: the run-out time of the stock, with demand spread evenly within a period",
  parameters: { on_hand: onHand, forecast },
  examples: [
    {
      says: "70 on hand against 20, 30 and 40: all of two weeks and half of the third",
      args: [70, [[20], [30], [40]]],
      answer: 2.5,
      source: "by definition: 20 + 30 + 40 / 2",
    },
    {
      says: "180 on hand outlast the forecast, whose mean of 30 goes on",
      args: [180, [[20], [30], [40]]],
      answer: 6,
      source: "by definition: 180 / 30",
    },
  ],
  compute({ on_hand, forecast: demand }) {
    const periods = periodsOfCover(on_hand, demand);
    if (periods === null) throw notAvailable("forecast: there is no demand in it, so the stock lasts for ever");
    return periods;
  },
});
