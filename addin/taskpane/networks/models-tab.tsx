import { useEffect } from "react";
import type { Reading } from "../reading/reading.ts";
import type { Training } from "./training.ts";
import { ModelList } from "./model-list.tsx";
import { TrainingDone } from "./training-done.tsx";
import { TrainingForm } from "./training-form.tsx";
import { TrainingWorking } from "./training-working.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useStore } from "../view/use-store.ts";

/** Training a model on the workbook's own history, and the models there are. */
export function ModelsTab({ training, reading }: { training: Training; reading: Reading }) {
  const { step, models, trouble, said } = useStore(training.store);
  useEffect(() => {
    if (reading.store.get().status === "idle") void reading.read();
    if (training.store.get().models === undefined) void training.refresh();
  }, [reading, training]);
  return (
    <div className="stack">
      <p className="hidden-label" role="status">
        {said}
      </p>
      <TroubleBar trouble={trouble} />
      {step === "start" && <TrainingForm training={training} reading={reading} />}
      {step === "working" && <TrainingWorking training={training} />}
      {step === "done" && <TrainingDone training={training} />}
      <ModelList models={models} />
    </div>
  );
}
