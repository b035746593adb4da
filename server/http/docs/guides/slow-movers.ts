import { html } from "../html.ts";
import type { Guide, GuideFormula } from "./guide.ts";

const spares = [0, 0, 3, 0, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0].map((x) => [x]);

const normal: GuideFormula = {
  function: "ROP",
  args: [0.55, 1.15, 5],
  answer: 6.979705201335656,
  source: "Python 3, 0.55 * 5 + NormalDist().inv_cdf(0.95) * 1.15 * sqrt(5)",
};

const quantiles: GuideFormula = {
  function: "LEAD_TIME_DEMAND",
  args: [spares, 4, 1, [[0.5, 0.95, 0.99]]],
  answer: [[2, 9, 13]],
  source: "Lotwise itself: whole units, from a negative binomial distribution",
};

const none: GuideFormula = {
  function: "MIN_MAX",
  args: [[[0], [0], [0], [0], [0], [0]], 4],
  answer: [[0, 0]],
  source: "by definition: no demand so far",
};

export const slowMovers: Guide = {
  slug: "slow-movers",
  title: "Slow movers",
  summary: "Spare parts and the long tail: mostly zeros, now and then a few. What changes, and what to ask for.",
  formulas: [normal, quantiles, none],
  sections: ({ fn, show }) => [
    {
      heading: "Why the usual formula fails",
      body: html`<p>
          Twenty weeks of a spare part: five sales, eleven units. The mean is 0.55 a week, the standard deviation about
          1.15. The textbook's reorder point for five weeks, which takes demand as normally distributed, is 7:
        </p>
        ${show(normal)}
        <p>
          But demand is not like that. It cannot be below zero, and when it comes it comes in threes and fours. The
          right tail is longer than a normal curve's:
        </p>
        ${show(quantiles)}
        <p>
          Half of the time no more than 2 are asked for in those five weeks. To serve 95% of the cycles takes 9 and not
          7; for 99% it takes 13. These are whole units because the history is.
        </p>`,
    },
    {
      heading: "What to use",
      body: html`<ul>
          <li>${fn("LEAD_TIME_DEMAND")} and ${fn("MIN_MAX")}: from the history to the levels to keep.</li>
          <li>${fn("REORDER")}: the same, with the order and the reason.</li>
          <li>Not ${fn("SAFETY_STOCK")} and ${fn("ROP")}, which assume normally distributed errors.</li>
        </ul>
        <p>
          You need not decide what is a slow mover. An item with demand in fewer than three of four periods is treated
          as one, and <em>why</em> says so by its numbers.
        </p>`,
    },
    {
      heading: "Zeros that are not zeros",
      body: html`<p>
          A week without stock is not a week without demand. For slow movers that mistake grows by itself: no stock, so
          no sales, so nothing is ordered. Type <code>NA</code> for such weeks, or keep the in-stock column in the sales
          table.
        </p>
        <p>Zeros before the first sale mean that the item was not yet listed, and count for little.</p>`,
    },
    {
      heading: "When the right stock is none",
      body: html`<p>A forecast of a unit a year is not worth a pack of ten. The levels of an item that never sold:</p>
        ${show(none)}
        <p>
          If you must keep one all the same, for a contract or for safety, that is a decision and not a forecast: type
          the quantity.
        </p>`,
    },
  ],
};
