/**
 * A flow of whole units from rows to columns, every row giving and every column taking a fixed total. All numbers are
 * whole, so each step is exact. In the residual network an arc leads from every row to every column, and back from a
 * column to the rows it takes from. Ahuja, Magnanti and Orlin, Network Flows (1993), chapters 3, 5 and 9.
 */
export class TransportFlow {
  /** Reduced costs are cost + potential of the row - potential of the column. Rows come first, then columns. */
  private readonly potential: Float64Array;
  /** The node before each node on the path or tree last searched, or -1. */
  private readonly before: Int32Array;
  private readonly queue: Int32Array;

  constructor(
    readonly rows: number,
    readonly columns: number,
    /** Cost of a unit, row by row. */
    private readonly cost: Float64Array,
    /** Units on each arc, row by row. */
    readonly units: Float64Array,
  ) {
    this.potential = new Float64Array(rows + columns);
    this.before = new Int32Array(rows + columns);
    this.queue = new Int32Array(rows + columns);
  }

  /** What one more unit leaving row i for column j at these potentials would save: 0 on every arc in use. */
  reducedCost(i: number, j: number): number {
    return this.cost[i * this.columns + j]! + this.potential[i]! - this.potential[this.rows + j]!;
  }

  /**
   * Cancels negative cycles of the residual network until none is left, which proves the flow cheapest (theorem 9.1),
   * and leaves potentials that show it: no reduced cost is negative. False where `limit` cycles were not enough.
   */
  makeCheapest(limit: number): boolean {
    for (let cancelled = 0; cancelled <= limit; cancelled++) {
      const node = this.negativeCycle();
      if (node < 0) return true;
      this.push(node, node, Infinity);
    }
    return false;
  }

  /** Bellman-Ford from all nodes at once. Answers a node of a negative cycle, or -1 where there is none. */
  private negativeCycle(): number {
    const { rows, columns, cost, units, potential, before } = this;
    potential.fill(0);
    before.fill(-1);
    for (;;) {
      let changed = false;
      for (let i = 0, a = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++, a++) {
          const column = rows + j;
          if (potential[i]! + cost[a]! < potential[column]!) {
            potential[column] = potential[i]! + cost[a]!;
            before[column] = i;
            changed = true;
          }
        }
      }
      for (let i = 0, a = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++, a++) {
          const column = rows + j;
          if (units[a]! > 0 && potential[column]! - cost[a]! < potential[i]!) {
            potential[i] = potential[column]! - cost[a]!;
            before[i] = column;
            changed = true;
          }
        }
      }
      if (!changed) return -1;
      const node = this.cycleOfTree();
      if (node >= 0) return node;
    }
  }

  /** A node on a cycle of the `before` links, or -1. A cycle there is a negative cycle (chapter 5.5). */
  private cycleOfTree(): number {
    const { before } = this;
    const seenFrom = new Int32Array(before.length).fill(-1);
    for (let start = 0; start < before.length; start++) {
      let node = start;
      while (node >= 0 && seenFrom[node]! < 0) {
        seenFrom[node] = start;
        node = before[node]!;
      }
      if (node >= 0 && seenFrom[node] === start) return node;
    }
    return -1;
  }

  /**
   * Among the cheapest flows, takes the one that is lowest on the arcs of `lowest`, first things first, and then highest
   * on the arcs of `highest`. Call after `makeCheapest`: only arcs whose reduced cost is 0 can carry anything.
   */
  preferAmongCheapest(lowest: readonly number[], highest: readonly number[]): void {
    const { rows, columns, units } = this;
    const free = new Uint8Array(rows * columns);
    const freeAt = new Int32Array(rows + columns);
    const count = (a: number, by: 1 | -1): void => {
      free[a]! += by;
      freeAt[Math.floor(a / columns)]! += by;
      freeAt[rows + (a % columns)]! += by;
    };
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) if (this.reducedCost(i, j) === 0) count(i * columns + j, 1);

    /** Settles one arc, and says whether it lies on a cycle that could change it; most don't, and need no search. */
    const settle = (a: number): boolean => {
      if (!free[a]) return false;
      count(a, -1);
      return freeAt[Math.floor(a / columns)]! > 0 && freeAt[rows + (a % columns)]! > 0;
    };
    // Settled arcs only take ways away, so what a failed search didn't reach stays out of reach of the same row.
    let reached: Int32Array | undefined;
    let reachedFrom = -1;
    for (const a of lowest) {
      if (!settle(a)) continue;
      const [row, column] = [Math.floor(a / columns), rows + (a % columns)];
      if (row !== reachedFrom) reached = undefined;
      while (units[a]! > 0 && this.takes(column, free, reached)) {
        if (this.findPath(row, column, free)) {
          units[a]! -= this.push(row, column, units[a]!);
        } else {
          reached = this.before.slice(0, rows);
          reachedFrom = row;
        }
      }
    }
    for (const a of highest) {
      if (!settle(a)) continue;
      const [row, column] = [Math.floor(a / columns), rows + (a % columns)];
      while (this.gives(row, free) && this.findPath(column, row, free)) units[a]! += this.push(column, row, Infinity);
    }
  }

  /** Whether a column can take more from a row that is within reach. */
  private takes(column: number, free: Uint8Array, reached: Int32Array | undefined): boolean {
    const j = column - this.rows;
    for (let i = 0; i < this.rows; i++)
      if (free[i * this.columns + j] && (reached === undefined || reached[i]! >= 0)) return true;
    return false;
  }

  /** Whether a row sends something over an arc that may still change. */
  private gives(row: number, free: Uint8Array): boolean {
    for (let a = row * this.columns; a < (row + 1) * this.columns; a++) if (free[a] && this.units[a]! > 0) return true;
    return false;
  }

  /** Breadth-first search of the residual network over free arcs; leaves the path in `before`. */
  private findPath(from: number, to: number, free: Uint8Array): boolean {
    const { rows, columns, units, before, queue } = this;
    before.fill(-1);
    before[from] = from;
    queue[0] = from;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!;
      if (node < rows) {
        const start = node * columns;
        if (to >= rows && free[start + to - rows]) {
          before[to] = node;
          return true;
        }
        for (let j = 0; j < columns; j++) {
          if (!free[start + j] || before[rows + j]! >= 0) continue;
          before[rows + j] = node;
          queue[tail++] = rows + j;
        }
      } else {
        for (let i = 0, a = node - rows; i < rows; i++, a += columns) {
          if (!free[a] || units[a]! <= 0 || before[i]! >= 0) continue;
          before[i] = node;
          if (i === to) return true;
          queue[tail++] = i;
        }
      }
    }
    return false;
  }

  /** Sends as much as `most` and the arcs allow along the `before` links that end at `to`. Answers how much. */
  private push(from: number, to: number, most: number): number {
    const { rows, columns, units, before } = this;
    const arcs: { readonly a: number; readonly back: boolean }[] = [];
    let node = to;
    do {
      const previous = before[node]!;
      const back = node < rows;
      arcs.push({ back, a: back ? node * columns + previous - rows : previous * columns + node - rows });
      node = previous;
    } while (node !== from);
    const amount = arcs.reduce((least, { a, back }) => (back ? Math.min(least, units[a]!) : least), most);
    for (const { a, back } of arcs) units[a]! += back ? -amount : amount;
    return amount;
  }
}
