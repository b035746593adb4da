import type { Cap, OrderProblem } from "./problem.ts";

/** Some of the orders, by their places in the whole problem. */
export interface Part {
  readonly orders: readonly number[];
  /** Caps of the whole that are the part's, in its order. */
  readonly caps: readonly number[];
  readonly problem: OrderProblem;
}

/** The most that orders can take of a cap. */
function mostOf({ orders }: OrderProblem, cap: Cap): number {
  return orders.reduce((sum, { lines, rate, freight }, s) => {
    const lineMost = lines.reduce((total, { options }, i) => {
      const of = options.map(({ quantity, value }) =>
        cap.kind === "money" ? (quantity > 0 ? value * rate : 0) : quantity,
      );
      return total + cap.uses[s]![i]! * Math.max(...of);
    }, 0);
    return sum + lineMost + (cap.freight[s] ? rate * freight : 0);
  }, 0);
}

/**
 * Orders that share no rule that could bind are planned apart. A cap that all there is could not reach is left out; a
 * consolidation of one order is that order's own containers.
 */
export function partsOf(problem: OrderProblem): Part[] {
  const { orders, caps, consolidations, sources } = problem;
  const leader = orders.map((_, s) => s);
  const find = (s: number): number => (leader[s] === s ? s : (leader[s] = find(leader[s]!)));
  const join = (of: readonly number[]): void => {
    for (const s of of.slice(1)) leader[Math.max(find(of[0]!), find(s))] = Math.min(find(of[0]!), find(s));
  };
  const concerned = (cap: Cap): number[] =>
    orders.flatMap((_, s) => (cap.freight[s] || cap.uses[s]!.some((x) => x !== 0) ? [s] : []));
  const binding = caps.flatMap((cap, c) => (mostOf(problem, cap) > cap.limit ? [c] : []));
  for (const c of binding) join(concerned(caps[c]!));
  for (const { orders: of } of consolidations) join(of);
  for (const { lines } of sources) join(lines.map(([s]) => s));
  const leaders = [...new Set(leader.map((_, s) => find(s)))];
  return leaders.map((first): Part => {
    const of = orders.flatMap((_, s) => (find(s) === first ? [s] : []));
    const at = new Map(of.map((s, n) => [s, n]));
    const mine = binding.filter((c) => concerned(caps[c]!).some((s) => at.has(s)));
    const shared = consolidations.filter(({ orders: them }) => at.has(them[0]!));
    const alone = (s: number) => shared.find(({ orders: them }) => them.length === 1 && them[0] === s)?.shipment;
    return {
      orders: of,
      caps: mine,
      problem: {
        orders: of.map((s) => ({ ...orders[s]!, shipment: alone(s) ?? orders[s]!.shipment })),
        caps: mine.map((c) => {
          const cap = caps[c]!;
          return { ...cap, uses: of.map((s) => cap.uses[s]!), freight: of.map((s) => cap.freight[s]!) };
        }),
        consolidations: shared
          .filter(({ orders: them }) => them.length > 1)
          .map((one) => ({ ...one, orders: one.orders.map((s) => at.get(s)!) })),
        sources: sources
          .filter(({ lines }) => at.has(lines[0]![0]))
          .map((one) => ({ ...one, lines: one.lines.map(([s, i]) => [at.get(s)!, i] as const) })),
      },
    };
  });
}
