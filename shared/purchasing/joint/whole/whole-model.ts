import type { Cap, OrderProblem, Picks } from "../problem.ts";
import { addOrder, type OrderModel } from "./order-model.ts";
import { plus, Program, times, type Terms } from "./program.ts";
import { addShipment, type SentGoods } from "./shipment.ts";

/** Money given back to rounding by budgets: sums of converted money carry noise. */
const NOISE = 1e-7;

/** All orders with what they share, as one integer programme, and how to read picks out of it. */
export interface WholeModel {
  readonly program: Program;
  picksOf(values: readonly number[]): Picks | undefined;
}

function addCap(program: Program, { orders }: OrderProblem, models: readonly OrderModel[], cap: Cap): void {
  const used = models.map((model, s): Terms => {
    const uses = cap.uses[s]!;
    if (uses.every((x) => x === 0) && !cap.freight[s]) return [];
    const { lines, rate } = orders[s]!;
    if (cap.kind === "room") return model.sum((i, k) => uses[i]! * lines[i]!.options[k]!.quantity);
    const spent = model.valueByTier((i) => uses[i]!, cap.name).map(({ rate: d, terms }) => times(1 - d, terms));
    return times(rate, plus(...spent, cap.freight[s] ? model.freight : []));
  });
  program.row(cap.name, plus(...used), { atMost: cap.limit + NOISE });
}

/** Everything in one programme. It takes any rule, but its bound does not see tiers, freight and containers well. */
export function wholeModel(problem: OrderProblem): WholeModel {
  const program = new Program();
  const { orders, caps, consolidations, sources } = problem;
  const together = new Set(consolidations.flatMap(({ orders: of }) => of));
  const models = orders.map((order, s) => addOrder(program, order, !together.has(s)));
  for (const cap of caps) addCap(program, problem, models, cap);
  consolidations.forEach(({ orders: of, shipment }, c) => {
    const name = `consolidation ${c}`;
    const sent = program.yesNo(`${name} sent`);
    for (const s of of)
      program.row(
        `${name} with ${s}`,
        [
          [models[s]!.placed, 1],
          [sent, -1],
        ],
        { atMost: 0 },
      );
    program.row(`${name} only with some`, [[sent, 1], ...of.map((s): [number, number] => [models[s]!.placed, -1])], {
      atMost: 0,
    });
    const all = (measure: "weight" | "volume" | "pallets"): Terms => plus(...of.map((s) => models[s]!.goods[measure]));
    const most = (measure: "weight" | "volume" | "pallets"): number =>
      of.reduce((sum, s) => sum + models[s]!.goods.most[measure], 0);
    const goods: SentGoods = {
      weight: all("weight"),
      volume: all("volume"),
      pallets: all("pallets"),
      most: { weight: most("weight"), volume: most("volume"), pallets: most("pallets") },
    };
    addShipment(program, name, shipment, sent, goods);
  });
  sources.forEach(({ lines, locked }, n) => {
    const bought = lines.flatMap(([s, i]): Terms =>
      models[s]!.options[i]!.flatMap((v, k) =>
        orders[s]!.lines[i]!.options[k]!.quantity > 0 ? [[v, 1] as const] : [],
      ),
    );
    program.row(`one source ${n}`, bought, { atLeast: locked ? 1 : 0, atMost: 1 });
  });
  const picksOf = (values: readonly number[]): Picks | undefined => {
    if (values.length === 0) return undefined;
    return models.map(({ options }) =>
      options.map((row) => row.reduce((best, v, k) => (values[v]! > values[row[best]!]! ? k : best), 0)),
    );
  };
  return { program, picksOf };
}
