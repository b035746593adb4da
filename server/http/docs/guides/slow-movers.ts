import { html } from "../html.ts";
import type { Guide, GuideFormula } from "./guide.ts";

const spares = [0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 12, 0].map((x) => [x]);

const normal: GuideFormula = {
  function: "ROP",
  args: [1.05, 3.14, 5],
  answer: 16.79893420190779,
  source: "Python 3, 1.05 * 5 + NormalDist().inv_cdf(0.95) * 3.14 * sqrt(5)",
};

const quantiles: GuideFormula = {
  function: "LEAD_TIME_DEMAND",
  args: [spares, 4, 1, [[0.5, 0.95, 0.99]]],
  answer: [[0, 23, 43]],
  source: "Lotwise itself: whole units, from its network for slow demand",
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
          Twenty weeks of a spare part: three sales, 21 units. The mean is 1.05 a week, the standard deviation about
          3.14. The textbook's reorder point for five weeks, which takes demand as normally distributed, is 17:
        </p>
        ${show(normal)}
        <p>
          But demand is not like that. It cannot be below zero, and when it comes it may come by the dozen. The right
          tail is longer than a normal curve's:
        </p>
        ${show(quantiles)}
        <p>
          Half of the time nothing is asked for in those five weeks. To serve 95% of the cycles takes 23 and not 17; for
          99% it takes 43. These are whole units because the history is.
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
          as one, unless it has sold regularly since it was lumpy or absent, and <em>why</em> says so by its numbers.
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
