/** What an item costs along one course. */
export interface ItemCosts {
  /** A unit that was not sold: margin and landed cost. */
  readonly lost: number;
  /** A unit that a customer waits for, and a unit in stock, each a day. */
  readonly waiting: number;
  readonly holding: number;
  /** A unit on arrival. */
  readonly landed: number;
  /** A line of a later order, with its share of the order's cost. */
  readonly line: number;
}

export interface CourseInputs {
  readonly days: readonly number[];
  readonly demand: Float64Array;
  /** Units in stock today; below 0 customers wait for them. */
  readonly stock: number;
  readonly arrivals: readonly { readonly day: number; readonly quantity: number }[];
  readonly leadTime: number;
  /** Of today's order, which may come from another supplier. */
  readonly firstLeadTime: number;
  readonly review: number;
  /** The base policy: at a review with a position of at most s, up to S, by the supplier's rules. */
  readonly s: number;
  readonly S: number;
  round(quantity: number): number;
  readonly costs: ItemCosts;
  /** Days from arrival after which what is left of today's order is written off. */
  readonly shelfLife?: number | undefined;
  /** Whether what is left at the end is worth nothing. */
  readonly ends: boolean;
}

interface Coming {
  readonly day: number;
  readonly quantity: number;
}

/** An item along a course: its stock, what is on its way, and the money so far. */
class Course {
  readonly #coming: Coming[];
  #stock: number;
  #onOrder: number;
  #money = 0;
  #next: number;
  /** Of today's order: what lies in front of it and what is left of it, first in, first out. */
  #before = Infinity;
  #left = 0;

  constructor(
    readonly quantity: number,
    readonly inputs: CourseInputs,
  ) {
    const { arrivals, stock, review } = inputs;
    this.#coming = [...arrivals, ...(quantity > 0 ? [{ day: this.#firstDay, quantity }] : [])];
    this.#stock = stock;
    this.#onOrder = this.#coming.reduce((sum, one) => sum + one.quantity, 0);
    this.#next = Math.max(1, review);
  }

  get #firstDay(): number {
    return Math.ceil(this.inputs.firstLeadTime);
  }

  receive(day: number): void {
    for (let i = this.#coming.length - 1; i >= 0; i--) {
      if (this.#coming[i]!.day > day) continue;
      const [one] = this.#coming.splice(i, 1);
      const todays = this.quantity > 0 && one!.day === this.#firstDay && one!.quantity === this.quantity;
      if (todays && this.#left === 0) [this.#before, this.#left] = [Math.max(0, this.#stock), this.quantity];
      this.#stock += one!.quantity;
      this.#onOrder -= one!.quantity;
    }
  }

  /** Sells until a day, and writes off what is past its shelf life by then. */
  sell(wanted: number, span: number, until: number): void {
    const { costs, shelfLife = Infinity } = this.inputs;
    const sold = Math.min(Math.max(0, this.#stock), wanted);
    this.#money += costs.lost * (wanted - sold) + costs.holding * span * Math.max(0, this.#stock - sold / 2);
    if (this.#stock < 0) this.#money += costs.waiting * span * -this.#stock;
    this.#stock -= sold;
    if (this.#left <= 0) return;
    this.#left = Math.max(0, this.#left - Math.max(0, sold - this.#before));
    this.#before = Math.max(0, this.#before - sold);
    if (until < this.#firstDay + shelfLife) return;
    this.#money += costs.landed * this.#left;
    this.#stock -= this.#left;
    this.#left = 0;
  }

  /** Orders by the base policy where a review is due. */
  review(day: number): void {
    const { review, s, S, leadTime, ends, days, round, costs } = this.inputs;
    if (day < this.#next) return;
    this.#next += Math.max(1, review);
    const position = this.#stock + this.#onOrder;
    const tooLate = ends && day + leadTime >= days.at(-1)!;
    const more = position <= s && position < S && !tooLate ? round(S - position) : 0;
    if (more <= 0) return;
    this.#money += costs.landed * more + costs.line;
    this.#coming.push({ day: Math.ceil(day + leadTime), quantity: more });
    this.#onOrder += more;
  }

  /** The money, less what the position at the end is worth. */
  total(): number {
    const { ends, costs } = this.inputs;
    return this.#money - (ends ? 0 : costs.landed * (this.#stock + this.#onOrder));
  }
}

/**
 * The money of ordering `quantity` today and by the base policy from the next review on: holding, lost sales, waiting,
 * write-off and the later orders, less the landed cost of the position at the end.
 */
export function runCourse(quantity: number, inputs: CourseInputs): number {
  const course = new Course(quantity, inputs);
  const { days, demand } = inputs;
  for (let n = 1; n < days.length; n++) {
    const [from, to] = [days[n - 1]!, days[n]!];
    course.receive(from);
    course.sell(demand[n]!, to - from, to);
    course.review(to);
  }
  return course.total();
}
