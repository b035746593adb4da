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

/** Orders on their way, soonest first, in a ring that is used again for every scenario and grows when it is full. */
class Pipeline {
  #arrivals = new Int32Array(1024);
  #units = new Float64Array(1024);
  #first = 0;
  #next = 0;
  total = 0;

  clear(): void {
    this.#first = this.#next = this.total = 0;
  }

  /** When the next order arrives; Infinity where none is on its way. */
  get arrival(): number {
    return this.#first < this.#next ? this.#arrivals[this.#first % this.#arrivals.length]! : Infinity;
  }

  receive(): number {
    const units = this.#units[this.#first % this.#units.length]!;
    this.#first += 1;
    this.total -= units;
    return units;
  }

  add(arrival: number, units: number): void {
    if (this.#next - this.#first === this.#arrivals.length) this.#grow();
    this.#arrivals[this.#next % this.#arrivals.length] = arrival;
    this.#units[this.#next % this.#units.length] = units;
    this.#next += 1;
    this.total += units;
  }

  /** Twice the room, soonest order first. */
  #grow(): void {
    const size = this.#arrivals.length;
    const [arrivals, units] = [this.#arrivals, this.#units];
    this.#arrivals = Int32Array.from({ length: 2 * size }, (_, i) => arrivals[(this.#first + i) % size]!);
    this.#units = Float64Array.from({ length: 2 * size }, (_, i) => units[(this.#first + i) % size]!);
    this.#next -= this.#first;
    this.#first = 0;
  }

  /**
   * Units that will be lost from period `now` to `end`, with demand at its mean rate: stock-outs in the meantime use up
   * nothing of what is on order, so the position understates the stock that will be there.
   *
   * After the projected inventory level of van Jaarsveld and Arts, Operations Research 72 (2024), with the mean course.
   */
  lost(onHand: number, now: number, end: number, rate: number): number {
    let [stock, at, lost] = [onHand, now, 0];
    for (let i = this.#first; i <= this.#next; i += 1) {
      const until = i < this.#next ? this.#arrivals[i % this.#arrivals.length]! : end;
      stock -= rate * (until - at);
      at = until;
      if (stock < 0) {
        lost -= stock;
        stock = 0;
      }
      if (i < this.#next) stock += this.#units[i % this.#units.length]!;
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
