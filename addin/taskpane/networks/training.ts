import type { CurvePoint } from "../../../shared/demand/networks/trained/curve.ts";
import type { TrainedModel } from "../../../shared/demand/networks/trained/version.ts";
import type { TrainingResult } from "../../../shared/operations/training-schema.ts";
import { afterReading, freshRequest, READING_FIRST } from "../reading/fresh-request.ts";
import type { Reading } from "../reading/reading.ts";
import type { Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import { NO_PROGRESS, type Progress } from "../work/progress.ts";
import { createRunner, type Run } from "../work/run-work.ts";
import type { Trouble } from "../work/trouble.ts";
import { trainingRequest, type TrainingText } from "./training-text.ts";

export interface TrainingState {
  readonly step: "start" | "working" | "done";
  readonly text: TrainingText;
  readonly progress: Progress;
  readonly curve: readonly CurvePoint[];
  readonly result: TrainingResult | undefined;
  /** Undefined until they were asked for. */
  readonly models: readonly TrainedModel[] | undefined;
  readonly trouble: Trouble | undefined;
  /** What just happened, for those who hear the pane. */
  readonly said: string;
}

export interface TrainingParts {
  readonly server: Server;
  readonly reading: Reading;
  explain(error: unknown): Trouble;
}

/** Training a model on the workbook's history, and the models there are. */
export interface Training {
  readonly store: Store<TrainingState>;
  change(field: keyof TrainingText, text: string): void;
  train(): Promise<void>;
  /** Stops the training; no model is made. */
  cancel(): void;
  /** Back to the form. */
  again(): void;
  /** Asks which models there are. Never throws. */
  refresh(): Promise<void>;
}

const START: TrainingState = {
  step: "start",
  text: { name: "shop", season: "", horizon: "" },
  progress: NO_PROGRESS,
  curve: [],
  result: undefined,
  models: undefined,
  trouble: undefined,
  said: "",
};

export function createTraining({ server, reading, explain }: TrainingParts): Training {
  const store = createStore(START);
  const { run, cancel } = createRunner(store, explain);

  async function trained({ signal, show }: Run<TrainingState>): Promise<Partial<TrainingState>> {
    const options = { signal, onProgress: (progress: Progress) => show({ progress }) };
    const { request } = await freshRequest(reading, options);
    const tell = afterReading(options);
    const result = await server.train(trainingRequest(request, store.get().text), {
      signal,
      onProgress(progress, curve) {
        show({ curve });
        tell(progress);
      },
    });
    return { step: "done", result, curve: result.curve, said: result.says };
  }

  const train = (): Promise<void> =>
    run({
      begins: { step: "working", progress: READING_FIRST, curve: [], result: undefined, said: "" },
      do: trained,
      fails: { step: "start" },
      cancelled: { step: "start", said: "Cancelled. No model was made." },
    });

  /** Beside a training, which it does not stop. */
  const { run: ask } = createRunner(store, explain);
  const refresh = (): Promise<void> =>
    ask({ begins: {}, do: async () => ({ models: await server.models() }), fails: {} });

  return {
    store,
    change: (field, text) => store.set({ text: { ...store.get().text, [field]: text } }),
    async train() {
      if (store.get().step === "working") return;
      await train();
      if (store.get().step === "done") await refresh();
    },
    cancel,
    again: () => store.set({ step: "start", result: undefined, said: "" }),
    refresh,
  };
}
