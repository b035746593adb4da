import type { CurvePoint } from "../../../shared/demand/networks/trained/curve.ts";
import { path, tickStep, type ChartPicture, type ChartSize, type Point } from "../view/chart.ts";

/** The two losses as SVG paths, and where their words stand. */
export interface LossPicture extends Pick<ChartPicture, "xTicks" | "yTicks"> {
  readonly training: string;
  readonly validation: string;
}

/** Fewest steps the picture is wide, so that the first points don't fill it. */
const WIDEST = 100;
/** Least range of the axis, in percent. */
const LEAST = 4;

/** A loss by step, in percent of its first value. */
function relative(losses: readonly { readonly step: number; readonly loss: number }[]): Point[] {
  const first = losses[0]?.loss ?? 1;
  return losses.map(({ step, loss }) => ({ x: step, y: (100 * loss) / first }));
}

/** Lays the loss curves out, each in percent of its first value: only the fall is of interest. */
export function drawLoss(curve: readonly CurvePoint[], size: ChartSize): LossPicture {
  const validation = relative(curve.map(({ step, validation: loss }) => ({ step, loss })));
  const training = relative(curve.flatMap(({ step, training: loss }) => (loss === undefined ? [] : [{ step, loss }])));
  const all = [...validation, ...training].map(({ y }) => y);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const step = tickStep(Math.max(highest - lowest, LEAST));
  const bottom = Math.floor(lowest / step + 1e-9) * step;
  const count = Math.max(2, Math.ceil((highest - bottom) / step - 1e-9));
  const last = Math.max(WIDEST, curve.at(-1)?.step ?? 0);
  const x = (at: number): number => size.left + (at / last) * (size.width - size.left - size.right);
  const y = (value: number): number =>
    size.top + (1 - (value - bottom) / (count * step)) * (size.height - size.top - size.bottom);
  const line = (points: readonly Point[]): string => path(points.map((each) => ({ x: x(each.x), y: y(each.y) })));
  return {
    training: line(training),
    validation: line(validation),
    yTicks: Array.from({ length: count + 1 }, (_, i) => ({
      y: y(bottom + i * step),
      label: `${Number((bottom + i * step).toFixed(1))}%`,
    })),
    xTicks: [0, Math.round(last / 2), last].map((at) => ({ x: x(at), label: String(at) })),
  };
}
