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

/**
 * The money of ordering `quantity` today and by the base policy from the next review on: holding, lost sales, waiting,
 * write-off and the later orders, less the landed cost of the position at the end.
 */
export function runCourse(quantity: number, inputs: CourseInputs): number {
  const {
    days,
    demand,
    arrivals,
    leadTime,
    firstLeadTime,
    review,
    s,
    S,
    round,
    costs,
    shelfLife = Infinity,
    ends,
  } = inputs;
  const coming: Coming[] = [...arrivals];
  const firstDay = Math.ceil(firstLeadTime);
  if (quantity > 0) coming.push({ day: firstDay, quantity });
  let { stock } = inputs;
  let onOrder = coming.reduce((sum, one) => sum + one.quantity, 0);
  let next = Math.max(1, review);
  let money = 0;
  // Of today's order: what lies in front of it and what is left of it, first in, first out.
  let [before, left] = [Infinity, 0];
  for (let n = 1; n < days.length; n++) {
    const [from, to] = [days[n - 1]!, days[n]!];
    for (let i = coming.length - 1; i >= 0; i--)
      if (coming[i]!.day <= from) {
        const [one] = coming.splice(i, 1);
        if (quantity > 0 && one!.day === firstDay && left === 0 && one!.quantity === quantity) {
          [before, left] = [Math.max(0, stock), quantity];
        }
        stock += one!.quantity;
        onOrder -= one!.quantity;
      }
    const wanted = demand[n]!;
    const sold = Math.min(Math.max(0, stock), wanted);
    const span = to - from;
    money += costs.lost * (wanted - sold) + costs.holding * span * Math.max(0, stock - sold / 2);
    if (stock < 0) money += costs.waiting * span * -stock;
    stock -= sold;
    if (left > 0) {
      left = Math.max(0, left - Math.max(0, sold - before));
      before = Math.max(0, before - sold);
      if (to >= firstDay + shelfLife) {
        money += costs.landed * left;
        stock -= left;
        left = 0;
      }
    }
    if (to >= next) {
      next += Math.max(1, review);
      const position = stock + onOrder;
      if (position <= s && position < S && !(ends && to + leadTime >= days.at(-1)!)) {
        const more = round(S - position);
        if (more > 0) {
          money += costs.landed * more + costs.line;
          coming.push({ day: Math.ceil(to + leadTime), quantity: more });
          onOrder += more;
        }
      }
    }
  }
  return money - (ends ? 0 : costs.landed * (stock + onOrder));
}
