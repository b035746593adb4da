import type { SlowParts } from "../../slow/count-model.ts";
import { average } from "../../slow/parts.ts";
import { DESCRIPTIONS } from "./network.ts";

/** Discounts of the shares of periods with demand, and of the demand rates. */
const SHARE_DISCOUNTS = [0.7, 0.85, 0.93, 0.97];
const RATE_DISCOUNTS = [0.7, 0.85, 0.93, 0.97, 0.99, 1];
const SIZE_DISCOUNTS = [0.5, 0.8];
/** Latest periods whose mean demand is looked at. */
const LATEST = [3, 6, 12, 26, 52];
/** Mean size up to which a demand is seen as a count of units; above it only proportions tell. */
const LARGE = 20;
/** The longest total that the network met in training. */
const LONGEST = 24;

/** Mean that counts each step back in time `discount` as much as the one after it. */
export function discountedMean(values: readonly number[], discount: number): number {
  let sum = 0;
  let count = 0;
  for (const x of values) {
    sum = discount * sum + x;
    count = discount * count + 1;
  }
  return sum / count;
}

const deviation = (values: readonly number[], mean: number): number =>
  Math.sqrt(average(values.map((x) => (x - mean) ** 2)));

/** What holds for totals over any number of periods. */
function common(values: readonly number[], { incidence, sizes, inWholeUnits }: SlowParts): number[] {
  const n = values.length;
  const busy = values.flatMap((x, t) => (x > 0 ? [t] : []));
  const unit = sizes.mean;
  const demands = busy.map((t) => values[t]! / unit);
  const count = busy.length;
  const first = busy[0]!;
  const silence = n - 1 - busy.at(-1)!;
  const gaps = busy.slice(1).map((t, i) => t - busy[i]!);
  const gap = gaps.length > 0 ? average(gaps) : n;
  const mean = average(demands);
  const ordered = demands.toSorted((a, b) => a - b);
  const shares = values.map((x) => (x > 0 ? 1 : 0));
  const half = n >> 1;
  return [
    Math.log(n),
    Math.log(count),
    count / n,
    count / (n - first),
    Math.log1p(silence),
    Math.log1p(first),
    Math.log(gap),
    gaps.length > 0 ? deviation(gaps, gap) / gap : -1,
    Math.log((silence + 1) / gap),
    ...SHARE_DISCOUNTS.map((discount) => Math.sqrt(discountedMean(shares, discount))),
    ...RATE_DISCOUNTS.map((discount) => Math.sqrt(discountedMean(values, discount) / unit)),
    inWholeUnits ? Math.min(Math.log(LARGE), Math.log(unit)) : Math.log(LARGE),
    Math.log(mean),
    Math.log(ordered[count >> 1]!),
    Math.log(ordered[0]!),
    Math.log(ordered.at(-1)!),
    deviation(demands, mean) / mean,
    Math.log(demands.at(-1)!),
    Math.log(demands.at(-2) ?? mean),
    Math.log(demands.at(-3) ?? mean),
    new Set(demands).size / count,
    ...SIZE_DISCOUNTS.map((discount) => Math.log(discountedMean(demands, discount))),
    Math.log(incidence.probability / (1 - incidence.probability)),
    Math.log(incidence.concentration),
    ...LATEST.map((periods) => Math.sqrt(average(values.slice(-periods)) / unit)),
    Math.sqrt(average(values.slice(0, half)) / unit),
    Math.sqrt(average(values.slice(half)) / unit),
  ];
}

/**
 * Describes a history with at least one demand for totals of some periods: how often and how recently it sold, how its
 * sizes vary, how both have moved. All sizes are in units of the mean size.
 * @returns for a number of periods and the scale of its total, the first DESCRIPTIONS inputs of the network
 */
export function describe(
  values: readonly number[],
  parts: SlowParts,
): (periods: number, scale: number) => Float64Array {
  const before = common(values, parts);
  const unit = parts.sizes.mean;
  return (periods, scale) => {
    const inputs = new Float64Array(DESCRIPTIONS);
    inputs.set(before);
    inputs.set(
      [
        Math.log(Math.min(LONGEST, periods)),
        Math.sqrt(average(values.slice(-periods)) / unit),
        Math.sqrt(average(values.slice(-2 * periods)) / unit),
        Math.log(scale / unit),
      ],
      before.length,
    );
    return inputs;
  };
}
