import { TENSORS, type Network, type TensorName } from "../../shared/demand/network/network.ts";
import { beatsAll, type TrainingCard } from "../../shared/demand/training/card.ts";
import type { CurvePoint } from "../../shared/demand/training/curve.ts";
import { hash, randomStream } from "../train/random.ts";
import { DEFAULTS, trainNetwork, type TrainingRun } from "../train/train.ts";
import type { Weights } from "../train/weights.ts";
import { tuningPool, validationOf } from "./examples.ts";
import { scoreOnHeld } from "./score.ts";
import type { TrainingRequest } from "./table.ts";
import { planTraining, withValidation, type Plan } from "./windows.ts";

/** How much is trained: steps at most, examples a batch, and examples the batches are drawn from. */
export interface TuningSize {
  readonly steps: number;
  readonly batch: number;
  readonly examples: number;
}

const SIZE: TuningSize = { steps: 400, batch: 128, examples: 4000 };
/** Measured on development data: larger steps forget what the pretraining learnt, smaller ones don't arrive. */
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
  /** Smaller ones in tests. */
  readonly size?: TuningSize | undefined;
}

const copyOf = (weights: Weights): Weights =>
  Object.fromEntries(TENSORS.map((name) => [name, weights[name].slice()])) as Record<TensorName, Float32Array>;

type Fit = (plan: Plan, watch: Pick<TrainingRun, "report" | "enough">) => Promise<Network>;

/** Steps until the validation loss falls no more, and the one at which it was lowest: 0 where it never fell. */
async function stoppingStep(
  fit: Fit,
  plan: Plan,
  pretrained: Network,
  told: (point: CurvePoint) => void,
): Promise<{ steps: number; best: number }> {
  const validate = validationOf(plan);
  let best: CurvePoint = { step: 0, validation: validate(pretrained) };
  let latest = { step: 0, training: NaN };
  told(best);
  await fit(plan, {
    report: (step, training) => (latest = { step, training }),
    enough(step, weights) {
      if (step % LOOK_EVERY > 0) return false;
      const point = { ...latest, validation: validate({ ...pretrained, weights }) };
      if (point.validation < best.validation) best = point;
      told(point);
      return step - best.step >= PATIENCE * LOOK_EVERY;
    },
  });
  return { steps: latest.step, best: best.step };
}

/**
 * Fits the pretrained network to a table of series: small steps from its weights until the loss on the window before the
 * last falls no more, then as many with that window learnt from too, then a card of how it does on the last one, which
 * nothing has seen. The same table gives the same weights and card, to the bit. Throws a `UserError` where the series are
 * too short.
 */
export async function fineTune(
  request: Omit<TrainingRequest, "name">,
  networks: { readonly pretrained: Network; readonly current?: Network | undefined },
  { progress, size = SIZE, ...run }: TuningRun = {},
): Promise<Tuned> {
  const { pretrained, current } = networks;
  const curve: CurvePoint[] = [];
  const tell = (share: number, says: string): void => progress?.({ share, says, curve });
  tell(0, "Reading the series");
  const plan = planTraining(request);
  const { season, horizon, series, windows } = plan;
  tell(0.01, `Learning from ${windows.length} of ${series} series`);
  const seed = hash(JSON.stringify([season, horizon, windows.map(({ train, validation }) => [train, validation])]));
  const { units, hidden } = pretrained;
  const settings = { ...DEFAULTS, ...size, units, hidden, seed };
  const fit: Fit = (part, watch) =>
    trainNetwork(tuningPool(part, size.examples, randomStream(seed)), settings, "tuned", {
      ...run,
      // The same table gives the same weights on a machine that has the native library and on one that has not.
      backend: "wasm",
      start: pretrained.weights,
      rate: RATE,
      ...watch,
    });

  const { steps, best } = await stoppingStep(fit, plan, pretrained, (point) => {
    curve.push(point);
    tell(
      EXAMPLES + ((LEARNT - EXAMPLES) * point.step) / size.steps,
      `Training, step ${point.step} of ${size.steps} at most`,
    );
  });
  let network = pretrained;
  if (best > 0)
    // Once it is known when to stop, the validation window is learnt from too: it is the latest there is.
    await fit(withValidation(plan), {
      enough(step, weights) {
        if (step % LOOK_EVERY === 0)
          tell(LEARNT + ((REFITTED - LEARNT) * step) / best, "Learning from the whole history");
        if (step < best) return false;
        network = { ...pretrained, weights: copyOf(weights) };
        return true;
      },
    });
  const { scored, trained, rivals } = scoreOnHeld(plan, { trained: network, pretrained, current }, (share) =>
    tell(REFITTED + (1 - REFITTED) * share, "Measuring it on the last periods, which it has not seen"),
  );
  const better = best > 0 && beatsAll(trained, rivals);
  const card = { season, horizon, series, used: windows.length, scored, steps, kept: best, trained, rivals, better };
  return { network, card, curve };
}
