import { Button } from "@fluentui/react-button";
import { ProgressBar } from "@fluentui/react-progress";
import type { Training } from "../model/training.ts";
import { LossChart } from "./loss-chart.tsx";
import { useFocus } from "./use-focus.ts";
import { useStore } from "./use-store.ts";

/** How far the training is, its losses, and the way out. */
export function TrainingWorking({ training }: { training: Training }) {
  const { progress, curve, text } = useStore(training.store);
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <section className="card stack" aria-labelledby="training-heading">
      <h2 id="training-heading" ref={heading} tabIndex={-1}>
        Training {text.name}
      </h2>
      <ProgressBar value={progress.share} thickness="large" aria-label={`Training ${text.name}`} />
      <p className="row quiet">
        <span>{progress.says}</span>
        <span aria-hidden="true">{Math.round(progress.share * 100)}%</span>
      </p>
      <LossChart curve={curve} />
      <Button onClick={() => training.cancel()}>Cancel</Button>
    </section>
  );
}
