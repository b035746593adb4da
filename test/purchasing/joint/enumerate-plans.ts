import { checkPlan, type CheckedLine, type CheckedRequest } from "../../../shared/purchasing/joint/check/check-plan.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";

/** What the checker needs of a request whose items bring their curves. */
export const checkedRequest = (request: PlanRequest): CheckedRequest => ({
  ...request,
  curveOf: ({ curve }) => curve,
  // Nothing is sold: what is on hand and on its way is there when an order of today arrives.
  stockOf: ({ on_hand, on_order = [], lead_time_days }) =>
    on_hand +
    on_order.reduce(
      (sum, { quantity, due }) =>
        Date.parse(due) - Date.parse(request.today) <= Math.ceil(lead_time_days) * 86_400_000 ? sum + quantity : sum,
      0,
    ),
  closed: new Set(),
});

export interface Least {
  /** Infinity where no plan keeps the rules. */
  readonly objective: number;
  readonly lines: readonly CheckedLine[];
  readonly plans: number;
}

/** The best of all plans there are, by looking at each. */
export function leastPlan(request: PlanRequest): Least {
  const checked = checkedRequest(request);
  const choices = request.items.map(
    ({ sku, supplier = "", curve = [], never, order_quantity: own, lot_size: lot, sources = [] }) => {
      const quantities = never ? [0] : own !== undefined ? [own] : lot !== undefined ? [0, lot] : curve.map(([q]) => q);
      return [supplier, ...sources.map((one) => one.supplier)].flatMap((from, n) =>
        quantities.filter((q) => n === 0 || q > 0).map((quantity): CheckedLine => ({ sku, supplier: from, quantity })),
      );
    },
  );
  let least: Least = { objective: Infinity, lines: [], plans: 0 };
  let plans = 0;
  const visit = (lines: readonly CheckedLine[]): void => {
    if (lines.length < choices.length) return choices[lines.length]!.forEach((one) => visit([...lines, one]));
    plans += 1;
    const { violations, objective } = checkPlan(lines, checked);
    if (violations.length === 0 && objective < least.objective) least = { objective, lines, plans };
  };
  visit([]);
  return { ...least, plans };
}
