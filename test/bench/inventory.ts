import { evaluate } from "../../shared/define/evaluate.ts";
import { engines } from "../../server/engines/index.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { builtAddin } from "../addin/built.ts";
import { openExcel } from "../harness/excel/excel.ts";
import { fakeClock } from "../harness/fake-clock.ts";
import { noFaults } from "../harness/faults.ts";
import type { Figure } from "./main.ts";

async function call(name: string, args: readonly unknown[]): Promise<void> {
  const outcome = await evaluate(findFunction(name)!, args, engines, noFaults);
  if ("error" in outcome) throw new Error(`${name}: ${outcome.error.message}`);
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Order costs of exact (s, S) with mean demand 1 to 100 a period; the dearest lot covers ten periods or so. */
const ORDER_COSTS = [5, 64, 500, 5000];

const CELLS = 100_000;
const FORMULAS = [
  (i: number) => `=EOQ(${1000 + i},50,2)`,
  (i: number) => `=ROP(${10 + (i % 50)},3,2)`,
  (i: number) => `=SAFETY_STOCK(${10 + (i % 50)},3,2)`,
];

/** A workbook of closed formulas in the add-in as it ships, calculated again, with what the workbook itself takes. */
async function cells(): Promise<Figure[]> {
  const excel = openExcel({
    folder: await builtAddin(),
    origin: "https://localhost:3443",
    fetch: () => Promise.reject(new Error("closed formulas need no server")),
    clock: fakeClock(),
  });
  for (let i = 0; i < CELLS; i += 1) excel.enter(`A${i + 1}`, FORMULAS[i % FORMULAS.length]!(i));
  const times: number[] = [];
  for (let i = 0; i < 7; i += 1) {
    const start = performance.now();
    excel.recalculate();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const name = `${CELLS.toLocaleString("en")} EOQ, ROP and SAFETY_STOCK cells, recalculated`;
  return [
    { name: `${name}, median of ${times.length}`, value: times[3]!, unit: "ms" },
    { name: `${name}, slowest`, value: times.at(-1)!, unit: "ms" },
  ];
}

/** How long the inventory policies take: the slowest exact (s, S), a thousand items' policies, a year of lots; and closed formulas. */
export async function run(): Promise<Figure[]> {
  let slowest = 0;
  for (const mean of [1, 5, 20, 50, 100])
    for (const orderCost of ORDER_COSTS) {
      await call("SS_POLICY", [mean, orderCost, 1, 9]);
      slowest = Math.max(slowest, await milliseconds(() => call("SS_POLICY", [mean, orderCost, 1, 9])));
    }
  const items = Array.from({ length: 1000 }, (_, i) => ({ mean: 0.2 + (i % 97) / 4, orderCost: 5 + (i % 41) }));
  const ss = await milliseconds(async () => {
    for (const { mean, orderCost } of items) await call("SS_POLICY", [mean, orderCost, 0.2, 4]);
  });
  const rq = await milliseconds(async () => {
    for (const { mean, orderCost } of items)
      await call("RQ_POLICY", [52 * mean, 10 * mean, 1 / 12, orderCost, 0.2, null, 9]);
  });
  const weeks = Array.from({ length: 520 }, (_, t) => [10 + ((t * 37) % 50)]);
  const lots = await milliseconds(() => call("LOT_SIZE", [weeks, 120, 0.5]));
  const mdp = await milliseconds(async () => {
    for (const { mean } of items) await call("POLICY_MDP", [mean, 1, 0.2, 4, [[0]], 2]);
  });
  return [
    ...(await cells()),
    { name: "SS_POLICY exact, mean to 100, slowest", value: slowest, unit: "ms" },
    { name: "SS_POLICY exact, 1,000 items", value: ss, unit: "ms" },
    { name: "RQ_POLICY exact, 1,000 items", value: rq, unit: "ms" },
    { name: "POLICY_MDP lost sales, lead time 1, 1,000 items", value: mdp, unit: "ms" },
    { name: "LOT_SIZE, 520 periods", value: lots, unit: "ms" },
  ];
}
