const PIVOT = 1e-10;

/** A column of the master: a plan, a slack, or what breaking an end costs. */
export interface Column {
  readonly cost: number;
  readonly entries: Float64Array;
}

/** The basis of a small linear programme with explicit inverse; Dantzig, Linear Programming and Extensions (1963), 9.2. */
export class Basis {
  readonly #costs: Float64Array;
  readonly #values: Float64Array;
  readonly #inverse: readonly Float64Array[];
  readonly #direction: Float64Array;
  readonly duals: Float64Array;

  /**
   * Begins with one plan, whose weight is 1, and for each end with its slack where the plan keeps to it, else with what
   * breaking it costs.
   */
  constructor(first: Column, ends: readonly { readonly at: number; readonly price: number }[]) {
    const rows = ends.length + 1;
    this.#costs = new Float64Array(rows);
    this.#values = new Float64Array(rows);
    this.#inverse = Array.from({ length: rows }, () => new Float64Array(rows));
    this.#direction = new Float64Array(rows);
    this.duals = new Float64Array(rows);
    this.#costs[0] = first.cost;
    this.#values[0] = 1;
    this.#inverse[0]![0] = 1;
    ends.forEach(({ at, price }, e) => {
      const over = first.entries[e + 1]! - at;
      const sign = over >= 0 ? -1 : 1;
      this.#costs[e + 1] = over >= 0 ? 0 : price;
      this.#values[e + 1] = Math.abs(over);
      this.#inverse[e + 1]![e + 1] = sign;
      this.#inverse[e + 1]![0] = -sign * first.entries[e + 1]!;
    });
  }

  /** Prices the rows by the columns that are in. */
  price(): void {
    const rows = this.duals.length;
    for (let r = 0; r < rows; r++) {
      let y = 0;
      for (let q = 0; q < rows; q++) y += this.#costs[q]! * this.#inverse[q]![r]!;
      this.duals[r] = y;
    }
  }

  /** What a column would change by its entering. */
  reduced({ cost, entries }: Column): number {
    let reduced = cost;
    for (let r = 0; r < entries.length; r++) reduced -= this.duals[r]! * entries[r]!;
    return reduced;
  }

  /** Takes a column in for the one that it drives out; false where it drives none. */
  enter({ cost, entries }: Column): boolean {
    let [leaving, ratio] = [-1, Infinity];
    for (let q = 0; q < entries.length; q++) {
      let d = 0;
      for (let r = 0; r < entries.length; r++) d += this.#inverse[q]![r]! * entries[r]!;
      this.#direction[q] = d;
      if (d > PIVOT && this.#values[q]! / d < ratio) [leaving, ratio] = [q, this.#values[q]! / d];
    }
    if (leaving < 0) return false;
    this.#pivot(leaving, ratio);
    this.#costs[leaving] = cost;
    return true;
  }

  #pivot(leaving: number, ratio: number): void {
    const row = this.#inverse[leaving]!;
    const by = this.#direction[leaving]!;
    for (let r = 0; r < row.length; r++) row[r]! /= by;
    for (let q = 0; q < row.length; q++) {
      const d = this.#direction[q]!;
      if (q === leaving || d === 0) continue;
      this.#values[q] = Math.max(0, this.#values[q]! - ratio * d);
      for (let r = 0; r < row.length; r++) this.#inverse[q]![r]! -= d * row[r]!;
    }
    this.#values[leaving] = ratio;
  }
}
