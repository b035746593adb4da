import type { Scenario } from "./scenario.ts";

/** What least-cost levels are sought for: lost sales, whole periods of lead time. */
export interface LevelsProblem {
  readonly leadTime: number;
  readonly ordering: number;
  /** Money per unit and period. */
  readonly holding: number;
  /** Money per unit lost. */
  readonly shortage: number;
  /** Least quantity of an order. */
  readonly least: number;
}

/** Orders on their way, soonest first, in a ring that is used again for every scenario. */
class Pipeline {
  static readonly #size = 1024;
  readonly #arrivals = new Int32Array(Pipeline.#size);
  readonly #units = new Float64Array(Pipeline.#size);
  #first = 0;
  #next = 0;
  total = 0;

  clear(): void {
    this.#first = this.#next = this.total = 0;
  }

  /** When the next order arrives; Infinity where none is on its way. */
  get arrival(): number {
    return this.#first < this.#next ? this.#arrivals[this.#first % Pipeline.#size]! : Infinity;
  }

  receive(): number {
    const units = this.#units[this.#first % Pipeline.#size]!;
    this.#first += 1;
    this.total -= units;
    return units;
  }

  add(arrival: number, units: number): void {
    this.#arrivals[this.#next % Pipeline.#size] = arrival;
    this.#units[this.#next % Pipeline.#size] = units;
    this.#next += 1;
    this.total += units;
  }

  /** `projectedLost` from period `now` to `end`. */
  lost(onHand: number, now: number, end: number, rate: number): number {
    let [stock, at, lost] = [onHand, now, 0];
    for (let i = this.#first; i <= this.#next; i += 1) {
      const until = i < this.#next ? this.#arrivals[i % Pipeline.#size]! : end;
      stock -= rate * (until - at);
      at = until;
      if (stock < 0) {
        lost -= stock;
        stock = 0;
      }
      if (i < this.#next) stock += this.#units[i % Pipeline.#size]!;
    }
    return lost;
  }
}

const pipeline = new Pipeline();

/**
 * Ordering, holding and shortage cost of (s, S) on one scenario after its first `warmUp` periods, from a stock of S. Where
 * demand drifts the levels go with it, as those of a policy that watches it would. Only periods in which something happens are visited, which slow movers have few of; orders are decided in those.
 */
export function scenarioCost(
  { times, sizes, periods, drift }: Scenario,
  s: number,
  S: number,
  { leadTime, ordering, holding, shortage, least }: LevelsProblem,
  { warmUp, rate }: { readonly warmUp: number; readonly rate: number },
): number {
  pipeline.clear();
  let [onHand, cost, charged, scale] = [S, 0, warmUp, 1];
  const holdUntil = (period: number): void => {
    if (period <= charged) return;
    cost += holding * onHand * (period - charged);
    charged = period;
  };
  const review = (now: number): void => {
    if (onHand + pipeline.total > scale * s || now >= periods) return;
    const position = onHand + pipeline.total + pipeline.lost(onHand, now, now + leadTime, scale * rate);
    if (position > scale * s) return;
    pipeline.add(now + leadTime, Math.max(least, Math.round(scale * S - position)));
    if (now >= warmUp) cost += ordering;
  };
  for (let i = 0; i <= times.length; i += 1) {
    const now = i < times.length ? times[i]! : periods;
    for (let arrival = pipeline.arrival; arrival <= now; arrival = pipeline.arrival) {
      holdUntil(arrival);
      onHand += pipeline.receive();
      review(arrival);
    }
    holdUntil(now);
    if (i === times.length) break;
    if (drift) scale = drift[i]!;
    const asked = sizes[i]!;
    if (asked > onHand && now >= warmUp) cost += shortage * (asked - onHand);
    onHand = Math.max(0, onHand - asked);
    review(now + 1);
  }
  return cost;
}
