import { takeLongSeason } from "../../../shared/demand/history/seasons/long-season.ts";
import { fillGaps } from "../../../shared/demand/history/gaps.ts";
import { inferQuantiles } from "../../../shared/demand/networks/sequence/infer.ts";
import { MEDIAN, PROBABILITIES, spread, type Network } from "../../../shared/demand/networks/sequence/network.ts";
import { prepare, type Prepared } from "../../../shared/demand/networks/sequence/prepare.ts";
import { pinball } from "../../../shared/demand/origins/errors.ts";
import { exampleOf, type Example } from "../pretrained/examples.ts";
import type { Plan, Windows } from "./windows.ts";

/** Shortest history an example may have. */
const SHORTEST = 6;
/** Shares of the examples whose history is cut short, and that go without logarithms. */
const TRUNCATED = 0.1;
const LINEAR = 0.25;

/** A training part without gaps and without its longer season. */
interface Learnt {
  readonly values: readonly number[];
  /** Takes the longer season out of the value that comes h periods after the training part. */
  remove(x: number, h: number): number;
}

function learntOf({ train }: Windows, season: number): Learnt {
  const values = fillGaps(train, season);
  const long = takeLongSeason(values, season);
  return long === undefined
    ? { values, remove: (x) => x }
    : { values: long.adjusted, remove: (x, h) => long.remove(x, values.length - 1 + h) };
}

/** One random example of a training part, or none where it is the same value up to the cut-off. */
function drawExample(values: readonly number[], { season, horizon }: Plan, random: () => number): Example | undefined {
  const latest = values.length - Math.min(Math.ceil(horizon / 2), values.length - SHORTEST);
  // Forecasts will be asked of whole histories: those that held two seasons then are learnt from where there are any.
  const earliest = Math.max(SHORTEST, Math.min(2 * season, latest), latest - Math.max(season, 2 * horizon));
  const cut = latest - Math.floor(random() * (latest - earliest + 1));
  const from = random() < TRUNCATED ? Math.floor(random() * (cut - SHORTEST + 1)) : 0;
  const linear = random() < LINEAR;
  const history = values.slice(from, cut);
  if (history.every((x) => x === history[0])) return undefined;
  return exampleOf(history, values.slice(cut, cut + horizon), season, linear);
}

/** Rolling cut-offs within the training parts, drawn at random, as many of each series. */
export function tuningPool(plan: Plan, count: number, random: () => number): Example[] {
  const parts = plan.windows.map((windows) => learntOf(windows, plan.season).values);
  const pool: Example[] = [];
  for (let i = 0; i < 2 * count && pool.length < count; i++) {
    const example = drawExample(parts[i % parts.length]!, plan, random);
    if (example) pool.push(example);
  }
  return pool;
}

/** Series the validation loss is a mean of. */
const VALIDATED = 200;

interface Checked {
  readonly prepared: Prepared;
  /** Actuals in z; NaN where unknown. */
  readonly targets: readonly number[];
}

/** Evenly spaced members, at most `most`. */
export function spaced<T>(list: readonly T[], most: number): T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
}

/** The loss that training lowers, on the validation windows: the weighted mean pinball loss in z. */
export function validationOf({ windows, season, horizon }: Plan): (network: Network) => number {
  const checked = spaced(windows, VALIDATED).map((each): Checked => {
    const { values, remove } = learntOf(each, season);
    const prepared = prepare(values, season);
    return { prepared, targets: each.validation.map((x, i) => prepared.toZ(remove(x, i + 1), i + 1)) };
  });
  return (network) => {
    let sum = 0;
    let total = 0;
    for (const { prepared, targets } of checked)
      inferQuantiles(network, prepared, horizon).forEach((quantiles, i) => {
        const z = targets[i]!;
        if (Number.isNaN(z)) return;
        const weight = Math.sqrt(prepared.scale) / spread(i + 1) ** 0.5;
        PROBABILITIES.forEach((p, j) => (sum += weight * (j === MEDIAN ? 2 : 1) * pinball(z, quantiles[j]!, p)));
        total += weight;
      });
    return total > 0 ? sum / total : 0;
  };
}
