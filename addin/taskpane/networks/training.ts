import type { Period } from "../../../shared/calendar/periods.ts";
import { UserError } from "../../../shared/define/errors.ts";
import type { CurvePoint } from "../../../shared/demand/networks/trained/curve.ts";
import { isModelName, type TrainedModel } from "../../../shared/demand/networks/trained/version.ts";
import type { TrainingRequest, TrainingResult } from "../../../shared/operations/training-schema.ts";
import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import { afterReading, freshRequest, type FreshOptions } from "../reading/fresh-request.ts";
import type { Reading } from "../reading/reading.ts";
import type { Progress, Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import { Cancelled, type Trouble } from "../work/trouble.ts";

/** The form as typed; blank numbers are the usual ones of the history's period. */
export interface TrainingText {
  readonly name: string;
  readonly season: string;
  readonly horizon: string;
}

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

/** Periods in a season and periods to look ahead where none are typed. */
export const USUAL: Readonly<Record<Period, { readonly season: number; readonly horizon: number }>> = {
  day: { season: 7, horizon: 28 },
  week: { season: 52, horizon: 13 },
  month: { season: 12, horizon: 12 },
};

const isCount = (text: string): boolean => text.trim() === "" || /^[1-9]\d{0,2}$/.test(text.trim());

/** What each wrongly filled field must be; none where all can be used. */
export function trainingFaults({ name, season, horizon }: TrainingText): Partial<Record<keyof TrainingText, string>> {
  return {
    ...(!isModelName(name) && {
      name: "A lower-case letter, then letters, digits, - or _, such as shop; not forecast.",
    }),
    ...(!isCount(season) && { season: "A whole number from 1 to 999, or nothing." }),
    ...(!isCount(horizon) && { horizon: "A whole number from 1 to 999, or nothing." }),
  };
}

const IDLE: Progress = { share: 0, says: "" };

export function createTraining({ server, reading, explain }: TrainingParts): Training {
  const store = createStore<TrainingState>({
    step: "start",
    text: { name: "shop", season: "", horizon: "" },
    progress: IDLE,
    curve: [],
    result: undefined,
    models: undefined,
    trouble: undefined,
    said: "",
  });
  let stop: AbortController | undefined;

  function requestOf({ request }: SheetRequest): TrainingRequest {
    const { name, season, horizon } = store.get().text;
    const usual = USUAL[request.period];
    if (Object.keys(request.history).length === 0)
      throw new UserError("The workbook has no demand to train on: add a sales history");
    return {
      name,
      season: Number(season) || usual.season,
      horizon: Number(horizon) || usual.horizon,
      series: request.history,
    };
  }

  async function trained(options: FreshOptions): Promise<void> {
    const read = await freshRequest(reading, options);
    if (!read) return store.set({ step: "start", trouble: reading.store.get().trouble });
    const tell = afterReading(options);
    const result = await server.train(requestOf(read), {
      signal: options.signal,
      onProgress(progress, curve) {
        if (!options.signal.aborted) store.set({ curve });
        tell(progress);
      },
    });
    store.set({ step: "done", result, curve: result.curve, said: result.says });
    await training.refresh();
  }

  const training: Training = {
    store,
    change: (field, text) => store.set({ text: { ...store.get().text, [field]: text } }),
    async train() {
      if (store.get().step === "working") return;
      stop = new AbortController();
      const { signal } = stop;
      const progress = { share: 0, says: "Reading the workbook…" };
      store.set({ step: "working", progress, curve: [], result: undefined, trouble: undefined, said: "" });
      const onProgress = (progress: Progress): void => {
        if (!signal.aborted) store.set({ progress });
      };
      try {
        await trained({ signal, onProgress });
      } catch (error) {
        const cancelled = error instanceof Cancelled || signal.aborted;
        store.set(
          cancelled
            ? { step: "start", said: "Cancelled. No model was made." }
            : { step: "start", trouble: explain(error) },
        );
      }
    },
    cancel: () => stop?.abort(),
    again: () => store.set({ step: "start", result: undefined, said: "" }),
    async refresh() {
      try {
        store.set({ models: await server.models() });
      } catch (error) {
        store.set({ trouble: explain(error) });
      }
    },
  };
  return training;
}
