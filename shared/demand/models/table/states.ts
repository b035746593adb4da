/** Smoothing of the levels that every item is described by. */
const ALPHAS = [0.05, 0.1, 0.2, 0.3, 0.5] as const;
/** Smoothing that an item's own level is chosen from, by the errors so far; the middle ones alone make the steadier one. */
const CHOICES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.9];
const MIDDLE = [0.1, 0.3] as const;
/** Of probability and size of demand. */
const DEMANDS = [
  [0.2, 0.2],
  [0.05, 0.1],
] as const;
/** Of those, the scale is the mean of the levels of the first so many alphas. */
const SCALED_BY = 4;
/** Share of the last year's mean that the scale is at least: a dead item would divide by nothing. */
const LEAST_OF_YEAR = 0.05;
const LEAST_OF_ALL = 1e-6;

/** What is known of an item after each of its periods; place t of a list is from the first t values alone. */
export interface States {
  /** Values, NaN where missing. */
  readonly values: Float64Array;
  /** Sums of what was seen, periods that were seen and periods that sold. */
  readonly sum: Float64Array;
  readonly seen: Float64Array;
  readonly sold: Float64Array;
  /** Periods seen since the last sale. */
  readonly silent: Float64Array;
  /** Exponential means. */
  readonly levels: readonly Float64Array[];
  /** The exponential mean of least squared errors so far, of all and of the middle ones. */
  readonly full: Float64Array;
  readonly middle: Float64Array;
  /** Probability of demand times its size, each smoothed (Teunter, Syntetos and Babai, 2011). */
  readonly demands: readonly Float64Array[];
  /** What is one for the item: all its quantities are told in it. */
  readonly scale: Float64Array;
}

/** A mean that forgets, without a start: what is there before anything was seen has no weight. */
class Forgetting {
  #sum = 0;
  #weight = 0;
  constructor(readonly alpha: number) {}
  add(x: number): void {
    this.#sum += this.alpha * (x - this.#sum);
    this.#weight += this.alpha * (1 - this.#weight);
  }
  get mean(): number {
    return this.#weight > 0 ? this.#sum / this.#weight : 0;
  }
}

const listsOf = (count: number, length: number): Float64Array[] =>
  Array.from({ length: count }, () => new Float64Array(length));

/** The place of the least number. */
const leastOf = (list: readonly number[], from: number, to: number): number => {
  let best = from;
  for (let k = from; k <= to; k += 1) if (list[k]! < list[best]!) best = k;
  return best;
};

/** Means up to each of CHOICES with their squared errors so far. */
class OwnSmoothing {
  readonly #means = CHOICES.map((alpha) => new Forgetting(alpha));
  readonly #squares = CHOICES.map(() => 0);
  readonly #middle = [CHOICES.indexOf(MIDDLE[0]), CHOICES.indexOf(MIDDLE[1])] as const;
  #seen = 0;
  add(x: number): void {
    this.#means.forEach((one, k) => {
      if (this.#seen > 0) this.#squares[k]! += (x - one.mean) ** 2;
      one.add(x);
    });
    this.#seen += 1;
  }
  get full(): number {
    return this.#means[leastOf(this.#squares, 0, CHOICES.length - 1)]!.mean;
  }
  get middle(): number {
    return this.#means[leastOf(this.#squares, ...this.#middle)]!.mean;
  }
}

/**
 * Walks once through an item's values.
 * @param values from the first sale on, oldest first, not negative; NaN where missing, which changes no state
 * @param year periods in a year
 */
export function statesOf(values: Float64Array, year: number): States {
  const n = values.length;
  const [sum, seen, sold, silent, full, middle, scale] = listsOf(7, n + 1) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [levels, demands] = [listsOf(ALPHAS.length, n + 1), listsOf(DEMANDS.length, n + 1)];
  const means = ALPHAS.map((alpha) => new Forgetting(alpha));
  const rates = DEMANDS.map(([size, probability]) => [new Forgetting(size), new Forgetting(probability)] as const);
  const own = new OwnSmoothing();
  for (let t = 1; t <= n; t += 1) {
    const x = values[t - 1]!;
    const present = !Number.isNaN(x);
    if (present) {
      for (const one of means) one.add(x);
      for (const [size, probability] of rates) {
        if (x > 0) size.add(x);
        probability.add(x > 0 ? 1 : 0);
      }
      own.add(x);
    }
    sum[t] = sum[t - 1]! + (present ? x : 0);
    seen[t] = seen[t - 1]! + (present ? 1 : 0);
    sold[t] = sold[t - 1]! + (x > 0 ? 1 : 0);
    silent[t] = x > 0 ? 0 : silent[t - 1]! + (present ? 1 : 0);
    full[t] = own.full;
    middle[t] = own.middle;
    means.forEach((one, k) => (levels[k]![t] = one.mean));
    rates.forEach(([size, probability], k) => (demands[k]![t] = size.mean * probability.mean));
    const from = Math.max(0, t - year);
    const yearly = (sum[t]! - sum[from]!) / Math.max(1, seen[t]! - seen[from]!);
    let level = 0;
    for (let k = 0; k < SCALED_BY; k += 1) level += levels[k]![t]! / SCALED_BY;
    scale[t] = Math.max(level, LEAST_OF_YEAR * yearly, (LEAST_OF_ALL * sum[t]!) / Math.max(1, seen[t]!));
  }
  return { values, sum, seen, sold, silent, levels, full, middle, demands, scale };
}

/** Share of a window that must have been seen for its mean to count. */
const SEEN = 0.75;

/** Mean of the periods from `from` up to `to`; NaN where too few of them are there. */
export function meanOf({ sum, seen }: States, from: number, to: number): number {
  const [start, end] = [Math.max(0, from), Math.min(to, sum.length - 1)];
  if (end <= start) return NaN;
  const count = seen[end]! - seen[start]!;
  return count > 0 && count >= SEEN * (to - from) ? (sum[end]! - sum[start]!) / count : NaN;
}
