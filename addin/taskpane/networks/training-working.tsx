import type { Training } from "./training.ts";
import { LossChart } from "./loss-chart.tsx";
import { useStore } from "../view/use-store.ts";
import { Working } from "../work/working.tsx";

/** How far the training is, its losses, and the way out. */
export function TrainingWorking({ training }: { training: Training }) {
  const { progress, curve, text } = useStore(training.store);
  return (
    <Working title={`Training ${text.name}`} progress={progress} cancel={() => training.cancel()}>
      <LossChart curve={curve} />
    </Working>
  );
}
