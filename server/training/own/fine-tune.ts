import { membersOf, TENSORS, type Network, type TensorName } from "../../../shared/demand/networks/sequence/network.ts";
import { beatsAll, type TrainingCard } from "../../../shared/demand/networks/trained/card.ts";
import type { CurvePoint } from "../../../shared/demand/networks/trained/curve.ts";
import { hash, randomStream } from "../pretrained/random.ts";
import { DEFAULTS, trainNetwork, type TrainingRun } from "../pretrained/train.ts";
import type { Weights } from "../pretrained/weights.ts";
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

/** Shares of the whole way: after the examples, and after the training of all members; the rest is scoring. */
const EXAMPLES = 0.05;
const TRAINED = 0.85;
/** Share of the search for the step to stop at in a member's training; the rest is the final fit. */
const SEARCH = 0.65;

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

/** The network with other weights for its member k. */
function withMember(network: Network, k: number, weights: Weights): Network {
  if (k === 0) return { ...network, weights };
  return { ...network, others: network.others!.map((other, i) => (i === k - 1 ? { ...other, weights } : other)) };
}

type Fit = (plan: Plan, watch: Pick<TrainingRun, "report" | "enough">) => Promise<Network>;

interface Search {
  /** Steps taken until the validation loss fell no more. */
  readonly steps: number;
  /** The step at which it was lowest, and the weights then: 0 and none where it never fell. */
  readonly best: number;
  readonly weights?: Weights;
}

/** Looks for the step at which the loss on the validation windows is lowest; `start` is the loss before the first. */
async function stoppingStep(
  fit: Fit,
  plan: Plan,
  {
    start,
    validate,
    told,
  }: { start: number; validate: (weights: Weights) => number; told: (point: CurvePoint) => void },
): Promise<Search> {
  let lowest = start;
  let found: Search = { steps: 0, best: 0 };
  let latest = { step: 0, training: NaN };
  await fit(plan, {
    report: (step, training) => (latest = { step, training }),
    enough(step, weights) {
      if (step % LOOK_EVERY > 0) return false;
      const validation = validate(weights);
      if (validation < lowest) {
        lowest = validation;
        found = { ...found, best: step, weights: copyOf(weights) };
      }
      told({ ...latest, validation });
      return step - found.best >= PATIENCE * LOOK_EVERY;
    },
  });
  return { ...found, steps: latest.step };
}

/** What fitting the members of a network tells and needs. */
interface Fitting extends Omit<TuningRun, "progress"> {
  readonly size: TuningSize;
  tell(share: number, says: string): void;
  told(point: CurvePoint): void;
}

interface Fitted {
  readonly network: Network;
  /** Steps of all searches, and those that were kept. */
  readonly steps: number;
  readonly kept: number;
}

/** Fits one member after the other. */
async function fitMembers(pretrained: Network, plan: Plan, { size, tell, told, ...run }: Fitting): Promise<Fitted> {
  const { season, horizon, windows } = plan;
  const seed = hash(JSON.stringify([season, horizon, windows.map(({ train, validation }) => [train, validation])]));
  const members = membersOf(pretrained);
  const fitOf =
    ({ units, hidden, weights: start }: Network): Fit =>
    (part, watch) =>
      trainNetwork(
        tuningPool(part, size.examples, randomStream(seed)),
        { ...DEFAULTS, ...size, units, hidden, seed },
        "tuned",
        // The same table gives the same weights on a machine that has the native library and on one that has not.
        { ...run, backend: "wasm", start, rate: RATE, ...watch },
      );
  const validate = validationOf(plan);
  // What the next member is validated with, and what is answered.
  let searched = pretrained;
  let network = pretrained;
  let [steps, kept] = [0, 0];
  told({ step: 0, validation: validate(pretrained) });
  for (const [k, member] of members.entries()) {
    const fit = fitOf(member);
    const sharesAt = (within: number): number => EXAMPLES + ((TRAINED - EXAMPLES) * (k + within)) / members.length;
    const found = await stoppingStep(fit, plan, {
      start: validate(searched),
      validate: (weights) => validate(withMember(searched, k, weights)),
      told(point) {
        told({ ...point, step: steps + point.step });
        const says = `Training network ${k + 1} of ${members.length}, step ${point.step} of ${size.steps} at most`;
        tell(sharesAt((SEARCH * point.step) / size.steps), says);
      },
    });
    steps += found.steps;
    kept += found.best;
    if (found.weights === undefined) continue;
    searched = withMember(searched, k, found.weights);
    // Once it is known when to stop, the validation window is learnt from too: it is the latest there is.
    await fit(withValidation(plan), {
      enough(step, weights) {
        if (step % LOOK_EVERY === 0)
          tell(sharesAt(SEARCH + ((1 - SEARCH) * step) / found.best), "Learning from the whole history");
        if (step < found.best) return false;
        network = withMember(network, k, copyOf(weights));
        return true;
      },
    });
  }
  return { network, steps, kept };
}

/**
 * Fits the pretrained network to a table of series, one member after the other: small steps from its weights until the
 * whole network's loss on the window before the last falls no more, then as many with that window learnt from too. At the
 * end a card of how it does on the last one, which nothing has seen. The same table gives the same weights and card, to
 * the bit. Throws a `UserError` where the series are too short.
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
  const told = (point: CurvePoint): void => void curve.push(point);
  const { network, steps, kept } = await fitMembers(pretrained, plan, { ...run, size, tell, told });
  const { scored, trained, rivals } = scoreOnHeld(plan, { trained: network, pretrained, current }, (share) =>
    tell(TRAINED + (1 - TRAINED) * share, "Measuring it on the last periods, which it has not seen"),
  );
  const better = kept > 0 && beatsAll(trained, rivals);
  const card = { season, horizon, series, used: windows.length, scored, steps, kept, trained, rivals, better };
  return { network, card, curve };
}
