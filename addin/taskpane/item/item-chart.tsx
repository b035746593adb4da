import type { Period } from "../../../shared/calendar/periods.ts";
import { drawChart, recent, short, type ChartSize } from "../view/chart.ts";
import type { ItemDetails } from "./item-details.ts";
import { ChartFrame } from "../view/chart-frame.tsx";

const SIZE: ChartSize = { width: 300, height: 170, left: 44, right: 8, top: 8, bottom: 20 };
/** Periods of history drawn: two years, or half of one in days. */
const SHOWN: Readonly<Record<Period, number>> = { day: 182, week: 104, month: 36 };

const number = (value: number | null): string => (value === null ? "unknown" : String(Math.round(value * 10) / 10));

/** What a row of the table is about. */
const NAMES: Readonly<Record<Period, string>> = { day: "Day", week: "Week of", month: "Month" };

function Heading({ says }: { says: string }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={4} className="quiet">
        {says}
      </th>
    </tr>
  );
}

function Picture({ details }: { details: ItemDetails }) {
  const { item, period } = details;
  const picture = drawChart(recent(details, SHOWN[period]), SIZE);
  return (
    <ChartFrame
      size={SIZE}
      id="chart"
      title={`Demand and forecast of ${item.sku}`}
      description={`Demand a ${period} so far, and the forecast of the next ${details.forecast.length} with the range that holds in 9 cases of 10. The same figures are in the table below.`}
      xTicks={picture.xTicks}
      yTicks={picture.yTicks}
    >
      <path className="band" d={picture.band} />
      <line className="now" x1={picture.nowX} x2={picture.nowX} y1={SIZE.top} y2={SIZE.height - SIZE.bottom} />
      <path className="history" d={picture.history} />
      {picture.dots.map(({ x, y }) => (
        <circle key={x} className="dot" cx={x} cy={y} r="1.5" />
      ))}
      <path className="forecast" d={picture.forecast} />
    </ChartFrame>
  );
}

/** History, forecast and interval as a picture, and as a table for those who cannot or would not see it. */
export function ItemChart({ details }: { details: ItemDetails }) {
  const { history, forecast, labels, item, period } = details;
  return (
    <figure className="figure">
      <Picture details={details} />
      <figcaption className="legend">
        <span data-mark="history">Demand</span>
        <span data-mark="forecast">Forecast</span>
        <span data-mark="band">9 cases of 10</span>
      </figcaption>
      <details>
        <summary>The figures as a table</summary>
        <div className="scroll tall" tabIndex={0} role="region" aria-label="Demand and forecast">
          <table className="preview">
            <caption>{`Demand of ${item.sku} a ${period}`}</caption>
            <thead>
              <tr>
                <th scope="col">{NAMES[period]}</th>
                <th scope="col">Demand</th>
                <th scope="col">Low</th>
                <th scope="col">High</th>
              </tr>
            </thead>
            <tbody>
              <Heading says="Forecast, with the range of 9 cases of 10" />
              {forecast.map(({ mean, low, high }, h) => (
                <tr key={h}>
                  <th scope="row">{short(labels[history.length + h])}</th>
                  <td>{number(mean)}</td>
                  <td>{number(low)}</td>
                  <td>{number(high)}</td>
                </tr>
              ))}
            </tbody>
            <tbody>
              <Heading says="So far, latest first" />
              {history
                .map((value, i) => (
                  <tr key={i}>
                    <th scope="row">{short(labels[i])}</th>
                    <td>{number(value)}</td>
                    <td />
                    <td />
                  </tr>
                ))
                .reverse()}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
