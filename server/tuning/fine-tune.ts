import { TENSORS, type Network, type TensorName } from "../../shared/demand/network/network.ts";
import { beatsAll, type TrainingCard } from "../../shared/demand/training/card.ts";
import type { CurvePoint } from "../../shared/demand/training/curve.ts";
import { randomStream } from "../train/random.ts";
import { DEFAULTS, trainNetwork, type TrainingRun } from "../train/train.ts";
import type { Weights } from "../train/weights.ts";
import { tuningPool, validationOf } from "./examples.ts";
import { scoreOnHeld } from "./score.ts";
import { contentOf, type TrainingRequest } from "./table.ts";
import { planTraining, withValidation } from "./windows.ts";

/** Measured on development data: larger steps forget what the pretraining learnt, smaller ones don't arrive. */
const SETTINGS = { ...DEFAULTS, steps: 400, batch: 128 };
const RATE = 3e-4;
/** Steps between looks at the validation windows, and looks without a gain after which training stops. */
const LOOK_EVERY = 20;
const PATIENCE = 5;

/** Shares of the whole way: after the examples, the search for the step to stop at, the final fit; the rest is scoring. */
const EXAMPLES = 0.05;
const LEARNT = 0.6;
const REFITTED = 0.85;

export interface TuningProgress {
  /** 0 to 1. */
  readonly share: number;
  readonly says: string;
  /** The losses so far. */
  readonly curve: readonly CurvePoint[];
}

export interface Tuned {
  readonly network: Network;
  readonly card: TrainingCard;
  readonly curve: readonly CurvePoint[];
}

export interface TuningRun extends Pick<TrainingRun, "signal" | "threads" | "worker"> {
  readonly progress?: (progress: TuningProgress) => void;
}

const copyOf = (weights: Weights): Record<TensorName, Float32Array> =>
  Object.fromEntries(TENSORS.map((name) => [name, weights[name].slice()])) as Record<TensorName, Float32Array>;

/**
 * Fits the pretrained network to a table of series: small steps from its weights until the loss on the window before the
 * last falls no more, as many again with that window learnt from, then a card of how it does on the last one, which nothing has seen. The same table gives the same
 * weights and card, to the bit. Throws a `UserError` where the series are too short.
 */
export async function fineTune(
  request: Omit<TrainingRequest, "name">,
  networks: { readonly pretrained: Network; readonly current?: Network | undefined },
  { progress, ...run }: TuningRun = {},
): Promise<Tuned> {
  const { pretrained, current } = networks;
  const { units, hidden } = pretrained;
  const curve: CurvePoint[] = [];
  const tell = (share: number, says: string): void => progress?.({ share, says, curve });
  tell(0, "Reading the series");
  const plan = planTraining(request);
  const seed = contentOf(request);
  tell(0.01, `Learning from ${plan.windows.length} of ${plan.series} series`);
  const pool = tuningPool(plan, randomStream(seed));
  const validate = validationOf(plan);
  let best = { step: 0, loss: validate(pretrained), weights: pretrained.weights as Weights };
  let steps = 0;
  let training = NaN;
  curve.push({ step: 0, validation: best.loss });
  await trainNetwork(pool, { ...SETTINGS, units, hidden, seed }, "tuned", {
    ...run,
    start: pretrained.weights,
    rate: RATE,
    report: (step, loss) => {
      steps = step;
      training = loss;
    },
    enough(step, weights) {
      if (step % LOOK_EVERY > 0) return false;
      const loss = validate({ version: "tuned", units, hidden, weights });
      if (loss < best.loss) best = { step, loss, weights: copyOf(weights) };
      curve.push({ step, training, validation: loss });
      tell(
        EXAMPLES + ((LEARNT - EXAMPLES) * step) / SETTINGS.steps,
        `Training, step ${step} of at most ${SETTINGS.steps}`,
      );
      return step - best.step >= PATIENCE * LOOK_EVERY;
    },
  });
  const kept = { step: best.step, weights: best.weights };
  if (best.step > 0) {
    // Once it is known when to stop, the validation window is learnt from too: it is the latest there is.
    const whole = withValidation(plan);
    await trainNetwork(tuningPool(whole, randomStream(seed)), { ...SETTINGS, units, hidden, seed }, "tuned", {
      ...run,
      start: pretrained.weights,
      rate: RATE,
      enough(step, weights) {
        if (step % LOOK_EVERY === 0)
          tell(LEARNT + ((REFITTED - LEARNT) * step) / best.step, "Learning from the whole history");
        if (step < best.step) return false;
        kept.weights = copyOf(weights);
        return true;
      },
    });
  }
  const network: Network = { version: "tuned", units, hidden, weights: kept.weights };
  const { scored, trained, rivals } = scoreOnHeld(plan, { trained: network, pretrained, current }, (share) =>
    tell(REFITTED + (1 - REFITTED) * share, "Measuring it on the last periods, which it has not seen"),
  );
  const { season, horizon, series, windows } = plan;
  const better = kept.step > 0 && beatsAll(trained, rivals);
  const card = {
    season,
    horizon,
    series,
    used: windows.length,
    scored,
    steps,
    kept: kept.step,
    trained,
    rivals,
    better,
  };
  return { network, card, curve };
}
