import { randomFrom } from "../../shared/numeric/random.ts";
import { solveShared } from "../../shared/purchasing/joint/shared/solve-shared.ts";
import { OrderSearch } from "../../shared/purchasing/joint/solve-order.ts";
import { loadedHighs } from "../../server/engines/highs.ts";
import { leastPlan } from "../purchasing/joint/enumerate-plans.ts";
import { budget, largeOrder, needOf } from "../purchasing/joint/large-orders.ts";
import { planned } from "../purchasing/joint/plan-by-money.ts";
import { tinyRequest } from "../purchasing/joint/tiny-requests.ts";
import type { Figure } from "./main.ts";

const TINY = 1000;
const ORDERS: readonly (readonly [lines: number, count: number])[] = [
  [50, 30],
  [200, 20],
];
const TOGETHER = [3, 5, 10, 20];

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!;

/** Processor time of this process, in milliseconds: other work on the machine does not count. */
function timed<T>(work: () => T): { readonly ms: number; readonly made: T } {
  const from = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(from);
  return { ms: (user + system) / 1000, made };
}

/** Tiny requests with any subset of the rules against all plans there are. */
function tiny(): Figure[] {
  let [equal, milliseconds] = [0, 0];
  for (let seed = 1; seed <= TINY; seed++) {
    const body = tinyRequest(randomFrom(seed), seed % 3 === 0 ? 2 : 1);
    const { ms, made } = timed(() => planned(body));
    milliseconds += ms;
    const { objective } = leastPlan(made.request);
    const joint = made.plan.plan;
    const right =
      objective === Infinity
        ? joint?.status === "relaxed"
        : joint?.status === "optimal" &&
          Math.abs(joint.objective - objective) < 0.005 &&
          joint.bound <= objective + 1e-6;
    if (right) equal += 1;
  }
  return [
    {
      name: `tiny requests equal to the best of all plans, of ${TINY}`,
      value: equal,
      unit: "requests",
      peer: TINY,
      ratio: equal / TINY,
    },
    { name: "tiny request, forecasts and worths included, mean", value: milliseconds / TINY, unit: "ms" },
  ];
}

export async function run(): Promise<Figure[]> {
  const solver = await loadedHighs();
  const figures = tiny();
  for (const [lines, count] of ORDERS) {
    const times: number[] = [];
    const gaps: number[] = [];
    for (let seed = 1; seed <= count; seed++) {
      const order = largeOrder(randomFrom(seed), "S", lines);
      const { ms, made } = timed(() => new OrderSearch(order, [], solver).solve());
      times.push(ms);
      gaps.push((1e6 * (made.objective - made.bound)) / (order.rate * made.value!.value));
    }
    const name = `one order of ${lines} lines with every rule, of ${count}`;
    figures.push(
      { name: `${name}, median`, value: quantile(times, 0.5), unit: "ms" },
      { name: `${name}, nine in ten`, value: quantile(times, 0.9), unit: "ms" },
      { name: `${name}, largest gap`, value: Math.max(...gaps), unit: "ppm of its value" },
    );
  }
  for (const count of TOGETHER) {
    const random = randomFrom(count);
    const orders = Array.from({ length: count }, (_, s) => largeOrder(random, `S${String(s).padStart(2, "0")}`, 50));
    const caps = [budget(orders, Math.round(0.85 * needOf(orders)))];
    const { ms, made } = timed(() => solveShared({ orders, caps, consolidations: [], sources: [] }, solver));
    const value = made.value!.orders.reduce((sum, one, s) => sum + one.value * orders[s]!.rate, 0);
    const name = `${count} orders of 50 lines that share a budget`;
    figures.push(
      { name, value: ms / 1000, unit: "s" },
      { name: `${name}, gap`, value: (1e6 * (made.objective - made.bound)) / value, unit: "ppm of their value" },
    );
  }
  return figures;
}
