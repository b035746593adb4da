/**
 * Number of periods, on average, that the position stands j units below S in one cycle of (s, S), for every j asked for
 * so far. Built from the probabilities of 0, 1, 2, ... units in one period, which add up to 1.
 *
 * Zheng and Federgruen, Operations Research 39 (1991).
 */
export class Visits {
  readonly #demand: readonly number[];
  readonly #some: number;
  readonly #visits: number[];
  /** Their running sum: total[n] is over j < n. */
  readonly #total: number[];

  constructor(demand: readonly number[]) {
    this.#demand = demand;
    this.#some = demand.reduce((sum, f, k) => (k === 0 ? sum : sum + f), 0);
    this.#visits = [1 / this.#some];
    this.#total = [0, 1 / this.#some];
  }

  /** m(0) = 1 / (1 - f(0)), m(j) = m(0) times the sum of f(l) m(j - l). */
  upTo(n: number): { readonly visits: readonly number[]; readonly periods: number } {
    const visits = this.#visits;
    for (let j = visits.length; j < n; j += 1) {
      let sum = 0;
      const last = Math.min(j, this.#demand.length - 1);
      for (let l = 1; l <= last; l += 1) sum += this.#demand[l]! * visits[j - l]!;
      visits.push(sum / this.#some);
      this.#total.push(this.#total[j]! + visits[j]!);
    }
    return { visits, periods: this.#total[n]! };
  }
}
