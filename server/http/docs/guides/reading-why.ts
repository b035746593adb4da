import { html } from "../html.ts";
import type { Guide, GuideFormula } from "./guide.ts";

const steady = [[20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20]];
const SOURCE = "by definition: constant demand has no uncertainty";

const packs: GuideFormula = {
  function: "REORDER",
  args: [steady, 3, 30, 0, 0.95, null, 12],
  answer: [
    [
      72,
      80,
      100,
      80,
      0,
      "Expect 80 in the 4 periods; 95% needs 80. You have 30. Short 50, with 20 to last to the next order 70; packs of 12 make 72.",
    ],
  ],
  source: SOURCE,
};

const minimum: GuideFormula = {
  function: "REORDER",
  args: [steady, 3, 30, 40, 0.95, 100],
  answer: [
    [
      100,
      80,
      100,
      80,
      0,
      "Expect 80 in the 4 periods; 95% needs 80. You have 30 and 40 on order. Short 10, with 20 to last to the next order 30; the minimum order of 100 makes 100.",
    ],
  ],
  source: SOURCE,
};

const enough: GuideFormula = {
  function: "REORDER",
  args: [steady, 3, 130],
  answer: [
    [
      0,
      80,
      100,
      80,
      0,
      "Expect 80 in the 4 periods; 95% needs 80. You have 130. 50 more than needed: nothing to order.",
    ],
  ],
  source: SOURCE,
};

export const readingWhy: Guide = {
  slug: "reading-why",
  title: "Reading why",
  summary: "Each quantity comes with a sentence that says how it was reached. Here is how to read it.",
  formulas: [packs, minimum, enough],
  sections: ({ fn, show }) => [
    {
      heading: "Four parts",
      body: html`<p>An item that sells 20 a week, with three weeks' lead time and one week to the next order:</p>
        ${show(packs)}
        <dl>
          <dt>Expect 80 in the 4 periods</dt>
          <dd>The forecast over lead time and review period: until then no other order can help.</dd>
          <dt>95% needs 80</dt>
          <dd>
            The reorder point: enough for 95 of 100 such times. Here demand never varies, so it is no more than
            expected. The difference of the two is the safety stock. Where you ask for a fill rate, it says “to serve
            98% of demand from stock takes”, and the reorder point is the least that does.
          </dd>
          <dt>You have 30</dt>
          <dd>On hand, and what arrives in time; less what customers are owed and what is reserved.</dd>
          <dt>Short 50, with 20 to last to the next order 70; packs of 12 make 72</dt>
          <dd>
            What is missing to the reorder point, what sells until the next order, and what the supplier's rules make of
            it. The rule that decided is named.
          </dd>
        </dl>`,
    },
    {
      heading: "When a promotion is ahead",
      body: html`<p>
          On a reorder sheet, “A promotion from 7 Dec to 13 Dec is expected to add about 20” says how much of what is
          expected would not be sold without it: by the item's past promotions, or by the uplift you gave.
        </p>
        <p>
          Where neither tells, the sentence says that the promotion is not in the forecast, and the item stands in the
          list of exceptions: give an uplift, or a quantity of your own.
        </p>`,
    },
    {
      heading: "When a rule decides",
      body: html`<p>With 40 on order only 30 are wanted, but the supplier sends no fewer than 100:</p>
        ${show(minimum)}
        <p>
          Such a sentence is a question to the supplier: what would 30 cost? An order far beyond need also stands in the
          list of exceptions, with the money it ties up.
        </p>`,
    },
    {
      heading: "When nothing is ordered",
      body: html`${show(enough)}
        <p>
          Look at the order date beside it: it says when stock and open orders will have fallen to the reorder point.
          ${fn("COVER")} and ${fn("STOCKOUT_DATE")} answer the same for a forecast of your own.
        </p>`,
    },
    {
      heading: "What is at stake",
      body: html`<p>
          Exceptions are ranked by one figure: the money that is expected to be lost if nothing is done, in your own
          currency.
        </p>
        <dl>
          <dt>Too little: stock-outs, orders to expedite, late orders, quantities that a supplier may refuse</dt>
          <dd>
            The units that are short until help can come, each at what a missed sale costs: the share of unit cost in
            the settings, else the margin, else 40% of the unit cost. Help is the next arrival or an order of today;
            where today's order itself is in doubt, one of the next review. A late order counts with what it would leave
            short if it came no sooner than an order of today: nothing, where stock lasts without it.
          </dd>
          <dt>Too much: overstock, orders to postpone or cancel, lots of more than a year</dt>
          <dd>
            The units beyond need at their holding cost, 25% of unit cost a year unless the settings say, for as long as
            they lie there unneeded, at most a year. Not the value of the stock: that is still there.
          </dd>
          <dt>Nothing</dt>
          <dd>Blocked items and data to mend are not put into money, nor is an item without cost and price.</dd>
        </dl>`,
    },
    {
      heading: "When an order is below the supplier's minimum",
      body: html`<p>
        A minimum order value in the suppliers table stands in the supplier's total, above the lines, and follows the
        quantities you change. An order below it is an exception: add to it, or wait. The quantities are left as they
        are.
      </p>`,
    },
    {
      heading: "When you disagree",
      body: html`<p>
          If the expected demand is wrong, look at the history: a stock-out counted as no demand, or a single large
          order that will not come again. Mark periods without stock as <code>NA</code>, or give the in-stock column.
        </p>
        <p>
          If only the safety stock seems large, it is the service level, the fill rate or the lead time:
          ${fn("LEAD_TIME_DEMAND")} shows what each level costs in units.
        </p>
        <p>
          And you have the last word: a quantity you type stays, 0 too, and costs, cover and exceptions go by it. One
          that breaks a rule of the supplier's says so: “475 is not a multiple of 24: 456 or 480 would be.” A closed
          item is not ordered, whatever you type.
        </p>`,
    },
  ],
};
