import type { CurvePoint } from "../../../shared/demand/networks/trained/curve.ts";
import type { ChartSize } from "../view/chart.ts";
import { drawLoss } from "./draw-loss.ts";
import { ChartFrame } from "../view/chart-frame.tsx";

const SIZE: ChartSize = { width: 300, height: 130, left: 34, right: 8, top: 8, bottom: 20 };

/** How the losses fall while a model is trained. */
export function LossChart({ curve }: { curve: readonly CurvePoint[] }) {
  const latest = curve.at(-1);
  if (latest === undefined) return null;
  const { training, validation, xTicks, yTicks } = drawLoss(curve, SIZE);
  return (
    <figure className="figure">
      <ChartFrame
        size={SIZE}
        id="loss"
        title="Loss by training step, in percent of the first"
        description={`At step ${latest.step} the loss on periods it does not learn from is ${latest.validation.toFixed(3)}, at first ${curve[0]!.validation.toFixed(3)}.`}
        xTicks={xTicks}
        yTicks={yTicks}
      >
        <path className="history" d={training} />
        <path className="forecast" d={validation} />
      </ChartFrame>
      <figcaption className="legend">
        <span data-mark="history">Periods it learns from</span>
        <span data-mark="forecast">Periods it does not</span>
      </figcaption>
    </figure>
  );
}
