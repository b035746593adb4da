import { OLDEST_SALES_DAYS } from "../../../../shared/purchasing/terms/plan-time.ts";
import { html } from "../html.ts";
import type { Guide, GuideFormula } from "./guide.ts";

const packs: GuideFormula = {
  function: "PACK_ROUND",
  args: [157, 200, 12],
  answer: 204,
  source: "by definition: 17 packs of 12",
};

export const firstReorderSheet: Guide = {
  slug: "first-reorder-sheet",
  title: "Your first reorder sheet",
  summary: "From a workbook with items, sales and open orders to a list of what to order today.",
  formulas: [packs],
  sections: ({ fn, show, guide, terminal, base }) => [
    {
      heading: "What your workbook needs",
      body: html`<p>Two tables, each with a header row. They may stand on any sheets, in any order of columns.</p>
        <ul>
          <li><b>Items</b>, one a row: SKU, on hand and lead time. Helpful: supplier, unit cost, MOQ, pack size.</li>
          <li>
            <b>Sales history</b>: either one sale a row (SKU, date, quantity) or one item a row with a column for each
            day, week or month.
          </li>
        </ul>
        <p>
          A third table, <b>open orders</b> (SKU, quantity, due date), keeps Lotwise from ordering again what is already
          on its way. Columns are found by their headers, in eight languages. You see what was found before anything is
          made.
        </p>
        <p>
          <b>Promotions</b> (SKU, start, end; discount or promotion price where known) keep a past one from passing for
          usual demand, and raise the forecast where one is ahead by what past ones of the item did. An item without a
          past one is named: give its expected uplift in a column of its own. A blank SKU means every item.
        </p>
        <p>
          A column that says whether the item was in stock helps most of all: no sales without stock is not the same as
          no demand.
        </p>`,
    },
    {
      heading: "In Excel",
      body: html`<p>
          Open the Lotwise pane from the Home tab. Look at the tables it found, put right what it got wrong, and make
          the reorder sheet. It stands on a sheet of its own: your tables are only read.
        </p>
        <p>
          Change an order quantity and it stays yours: it is kept when the sheet is made again. How to load Lotwise into
          Excel is in ${guide("excel", "Lotwise in Excel")}.
        </p>`,
    },
    {
      heading: "What would it have cost?",
      body: html`<p>
          Below the button for the sheet, the pane answers that in money. It plays your past sales again, a year of them
          where the history spares one: once under today's practice, once as Lotwise would have ordered, from the same
          opening stock and with only what was known at the time.
        </p>
        <p>
          You see both costs, the range of the difference that holds nine times in ten, and the items that decided it,
          also where Lotwise would have been dearer.
        </p>
        <p>
          Today's practice is what you ordered, where the table of purchase orders also holds those that came, as far
          back as is played. Else it is your own levels where the item table has a column <b>reorder point</b> or
          <b>order up to</b>, and without them the usual rule: economic lots and normal safety stock.
        </p>
        <p>
          The headline says which, and how much of the difference came of the stock that was there as the count began.
          Give what an order line and a year in stock cost, or it says what it assumed. Programs ask
          <code>POST /v1/replay</code>.
        </p>`,
    },
    {
      heading: "Without Excel",
      body: html`<p>The same plan as a command. The first line writes a toy shop to try it on:</p>
        ${terminal("npm run demo", "npm run reorder -- toy-shop.xlsx --out plan.xlsx")}
        <p>
          It prints which columns it took for what, then the most urgent exceptions. The plan is a new workbook; the one
          it read is never written. <code>npm run reorder -- --help</code> lists the options, such as the service level
          or fill rate and the days between two orders. Programs send the same data to <code>POST /v1/reorder</code>:
          see <a href="${base}/openapi.json">the OpenAPI document</a>.
        </p>`,
    },
    {
      heading: "How a quantity comes about",
      body: html`<p>
          For each item Lotwise forecasts demand until the order after this one could arrive: lead time plus review
          period. It takes what that demand may be at your service level, 95% unless you say otherwise, and orders where
          stock and what is due in time are no more than that.
        </p>
        <p>
          That demand counts from the day of the plan. The forecast's periods follow the last one of your sales, by the
          calendar; the days before today are past.
        </p>
        <p>
          Where your sales end a whole period ago or more, the plan says so and asks for the rest of them. Where they
          end more than ${String(OLDEST_SALES_DAYS)} days ago, it makes none.
        </p>
        <p>
          You may ask for a fill rate instead, in the pane's settings or with <code>--fill-rate</code>: the share of
          demand to serve from stock. A service level counts cycles, in which being short of one unit is as bad as being
          short of a hundred; a fill rate counts units. An item may have its own of either, in a column of that name.
        </p>
        <p>Then come the supplier's rules. 157 wanted, at least 200 an order, in packs of 12:</p>
        ${show(packs)}
        <p>
          ${fn("REORDER")} does all of it for one item in a cell. ${guide("reading-why", "Reading why")} explains the
          sentence beside each quantity.
        </p>`,
    },
  ],
};
