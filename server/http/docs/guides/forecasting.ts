import { html } from "../html.ts";
import type { Guide, GuideFormula } from "./guide.ts";

const line: GuideFormula = {
  function: "FORECAST_ARIMA",
  args: [[[10], [12], [14], [16], [18], [20], [22], [24], [26], [28], [30], [32]], 3, 1],
  answer: [[34], [36], [38]],
  source: "by definition: a straight line goes on",
};

const steady: GuideFormula = {
  function: "FORECAST_ETS",
  args: [[[20], [20], ["NA"], [20], [20], [20]], 2, 1, 0.9],
  answer: [
    [20, 20, 20],
    [20, 20, 20],
  ],
  tolerance: 1e-6,
  source: "by definition: constant demand goes on, and a missing value is no zero",
};

const total: GuideFormula = {
  function: "LEAD_TIME_DEMAND",
  args: [[[20], [20], [20], [20], [20], [20]], 3, 1],
  answer: [[80, 0, 80, 80, 80, 80, 80]],
  source: "by definition: constant demand has no uncertainty",
};

const biased: GuideFormula = {
  function: "TRACKING_SIGNAL",
  args: [[[25, 35, 45, 31]], [[20, 30, 40, 30]]],
  answer: 4,
  source: "by definition: all four errors have the same sign",
};

export const forecasting: Guide = {
  slug: "forecasting",
  title: "Forecasting an item",
  summary: "Which function to take, what the history must look like, and how sure the answer is.",
  formulas: [line, steady, total, biased],
  sections: ({ fn, show, guide }) => [
    {
      heading: "Give the history",
      body: html`<p>
          One value a period, oldest first, down a column or along a row. Leave out the period that is not over yet. The
          second argument is how many periods you want:
        </p>
        ${show(line)}
        <p>
          A blank cell counts as 0, because Excel does not tell us the difference. Where you had no stock, or do not
          know, type <code>NA</code>: a gap is filled, a zero is believed.
        </p>`,
    },
    {
      heading: "Take a function",
      body: html`<ul>
          <li>${fn("FORECAST_BEST")}: what suits the item best. The one to use when in doubt.</li>
          <li>${fn("FORECAST_LSTM")}: a network trained on thousands of series.</li>
          <li>${fn("FORECAST_ETS")}: exponential smoothing, its form chosen for the item. Easy to explain.</li>
          <li>${fn("FORECAST_ARIMA")}: for demand that depends on the periods just before.</li>
        </ul>
        <p>
          They all take the same arguments and several items at once, a column each. None answers below 0 unless the
          history does. For items that often sell nothing read ${guide("slow-movers", "Slow movers")} first.
        </p>
        <p>
          The season is found in the history. With fewer than three years it is surer to say it: 12 for months, 52 for
          weeks, 7 for days, 1 for none.
        </p>`,
    },
    {
      heading: "Ask how sure it is",
      body: html`<p>
          With a level of 0.9 there are three columns: the forecast, and what demand stays above and below in nine of
          ten periods. This item never varies, so all three are the same:
        </p>
        ${show(steady)}
        <p>
          For an order you need the total until the next one arrives. Adding up the high values of single weeks is too
          much, since not every week goes badly: ${fn("LEAD_TIME_DEMAND")} answers the mean, the standard deviation and
          the 50%, 80%, 90%, 95% and 99% quantiles of the sum.
        </p>
        ${show(total)}`,
    },
    {
      heading: "Train on your own table",
      body: html`<p>
          Models, in the task pane, fits the network to the sales of your workbook. The last periods are held back, and
          only a network that forecasts them better than ${fn("FORECAST_BEST")} and all else you have becomes a version,
          such as <code>shop@3</code>, which you name as the model of ${fn("FORECAST_LSTM")}. A version never changes,
          so neither do its answers. ${fn("MODELS")} lists them with their errors.
        </p>
        <p>
          A program trains by
          <code>POST /v1/models</code> and sends newer sales by <code>PUT /v1/models/shop/series</code>, from which the
          model learns at night by the same test.
        </p>`,
    },
    {
      heading: "Watch it",
      body: html`<p>
          Keep what you forecast beside what was sold. ${fn("TRACKING_SIGNAL")} adds up the errors and divides by their
          usual size. Beyond 4 either way the forecast is running behind, or ahead:
        </p>
        ${show(biased)}`,
    },
  ],
};
