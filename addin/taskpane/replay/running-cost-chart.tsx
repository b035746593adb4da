import type { Period } from "../../../shared/calendar/periods.ts";
import type { Replay } from "../../../shared/purchasing/replay/replay.ts";
import type { ChartSize } from "../view/chart.ts";
import { money } from "../view/money.ts";
import { drawRunningCosts, runningCosts } from "./running-cost.ts";
import { ChartFrame } from "../view/chart-frame.tsx";
import { useWidth } from "../view/use-width.ts";

const AROUND = { left: 34, right: 8, top: 8, bottom: 20 };
/** Its height where it is so wide: flatter the wider, and never below what its words need. */
const heightOf = (width: number): number => Math.max(160, Math.round(0.45 * width));

/** How the costs of both added up over the replay, as a picture and as a table. */
export function RunningCostChart({ replay, period }: { replay: Replay; period: Period }) {
  const { currency, today, lotwise } = replay;
  const [figure, width] = useWidth<HTMLElement>(300);
  const size: ChartSize = { ...AROUND, width, height: heightOf(width) };
  const costs = runningCosts(replay.by_period);
  const picture = drawRunningCosts(costs, size);
  return (
    <section className="stack" aria-labelledby="running-heading">
      <h3 id="running-heading">How it added up</h3>
      <figure className="figure" ref={figure}>
        <ChartFrame
          size={size}
          id="running"
          title="Running cost under today’s practice and under Lotwise"
          description={`Cost from the first ${period} of the replay on: ${money(today.total, currency)} in the end under today's practice, ${money(lotwise.total, currency)} under Lotwise. The same figures are in the table below.`}
          xTicks={picture.xTicks}
          yTicks={picture.yTicks}
        >
          <path className="band" d={picture.between} />
          <path className="today" d={picture.today} />
          <path className="lotwise" d={picture.lotwise} />
        </ChartFrame>
        <figcaption className="legend">
          <span data-mark="today">Today&rsquo;s practice</span>
          <span data-mark="lotwise">Lotwise</span>
          <span data-mark="band">The difference</span>
        </figcaption>
        <details>
          <summary>The figures as a table</summary>
          <div className="scroll tall" tabIndex={0} role="region" aria-label="Running cost">
            <table className="preview">
              <caption>{`Cost since the replay began, by the end of each ${period}`}</caption>
              <thead>
                <tr>
                  <th scope="col">{`The ${period} from`}</th>
                  <th scope="col">Today</th>
                  <th scope="col">Lotwise</th>
                </tr>
              </thead>
              <tbody>
                {costs.map((cost) => (
                  <tr key={cost.label}>
                    <th scope="row">{cost.label}</th>
                    <td>{money(cost.today, currency)}</td>
                    <td>{money(cost.lotwise, currency)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </figure>
    </section>
  );
}
