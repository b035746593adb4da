import { dayNumber } from "../../../shared/calendar/dates.ts";
import { dayLabel } from "../../../shared/calendar/words.ts";
import type { ReplayPeriod } from "../../../shared/purchasing/replay/replay.ts";
import { path, valueAxis, type ChartPicture, type ChartSize, type Point } from "../view/chart.ts";

/** What had been spent by the end of a period, since the replay began. */
export interface RunningCost {
  /** The period by its first day. */
  readonly label: string;
  readonly today: number;
  readonly lotwise: number;
}

export function runningCosts(periods: readonly ReplayPeriod[]): RunningCost[] {
  let [today, lotwise] = [0, 0];
  return periods.map((period) => {
    today += period.today.cost;
    lotwise += period.lotwise.cost;
    return { label: dayLabel(dayNumber(period.start)), today, lotwise };
  });
}

/** Two lines from nothing spent to the totals, and the area between them, as SVG paths. */
export interface RunningPicture extends Pick<ChartPicture, "xTicks" | "yTicks"> {
  readonly today: string;
  readonly lotwise: string;
  readonly between: string;
}

export function drawRunningCosts(costs: readonly RunningCost[], size: ChartSize): RunningPicture {
  const highest = Math.max(0, ...costs.map(({ today, lotwise }) => Math.max(today, lotwise)));
  const { y, ticks } = valueAxis(highest, size);
  const x = (i: number): number => size.left + (i / Math.max(1, costs.length)) * (size.width - size.left - size.right);
  const line = (value: (cost: RunningCost) => number): Point[] => [
    { x: x(0), y: y(0) },
    ...costs.map((cost, i) => ({ x: x(i + 1), y: y(value(cost)) })),
  ];
  const [today, lotwise] = [line((cost) => cost.today), line((cost) => cost.lotwise)];
  const marks = [...new Set([0, Math.floor(costs.length / 2), costs.length - 1])];
  return {
    today: path(today),
    lotwise: path(lotwise),
    between: `${path([...today, ...[...lotwise].reverse()])}Z`,
    yTicks: ticks,
    xTicks: marks.flatMap((i) => (costs[i] ? [{ x: x(i), label: costs[i].label }] : [])),
  };
}
