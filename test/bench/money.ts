import { demandPrior } from "../../shared/demand/slow/demand-prior.ts";
import { leastCostPolicy } from "./money/least-cost.ts";
import { simulateStock } from "../../shared/inventory/simulation/simulate.ts";
import type { StockPolicy } from "../../shared/inventory/simulation/stock-policy.ts";
import { randomFrom } from "../../shared/numeric/random.ts";
import type { Figure } from "./main.ts";
import { hindsightPolicy } from "./money/hindsight.ts";
import { hobbies, manSpares, rafSpares, type MoneyCase } from "./money/data.ts";
import { blendPolicy, LEVELS, rivals, SPREADS, type Rival } from "./money/rivals.ts";

// Replays weeks (months) in which every policy knows only what came before. The rivals' service level is the one that
// turned out cheapest in the counted weeks; Lotwise's policy has no such hindsight.

interface Result {
  readonly name: string;
  /** By item, in order. */
  readonly costs: readonly number[];
  readonly cost: number;
  readonly ordering: number;
  readonly holding: number;
  readonly shortage: number;
  /** By value. */
  readonly fill: number;
  /** Mean value of the stock. */
  readonly stock: number;
}

function replay(
  name: string,
  cases: readonly MoneyCase[],
  policyOf: (item: MoneyCase, i: number) => StockPolicy,
): Result {
  const sum = { ordering: 0, holding: 0, shortage: 0, stock: 0, demand: 0, served: 0 };
  const costs = cases.map((item, i) => {
    const record = simulateStock(item, policyOf(item, i));
    sum.ordering += record.ordering;
    sum.holding += record.holding;
    sum.shortage += record.shortage;
    sum.stock += (item.unitCost * record.stock) / record.periods;
    sum.demand += item.unitCost * record.demand;
    sum.served += item.unitCost * record.served;
    return record.ordering + record.holding + record.shortage;
  });
  const { ordering, holding, shortage, stock } = sum;
  const cost = ordering + holding + shortage;
  return { name, costs, cost, ordering, holding, shortage, fill: sum.served / sum.demand, stock };
}

/** One rival at every service level. */
function sweep(name: string, cases: readonly MoneyCase[], rival: Rival, spread: (typeof SPREADS)[number]): Result[] {
  const made = cases.map((item) => rival(item, spread));
  return LEVELS.map((level) => replay(`${name}, ${spread} errors, level ${level}`, cases, (_, i) => made[i]!(level)));
}

const cheapest = (results: readonly Result[]): Result => results.reduce((a, b) => (b.cost < a.cost ? b : a));

/** The policy with missed units weighed by `weight`: its service knob, 1 for the costs as they are. */
function ours(cases: readonly MoneyCase[], weight = 1): Result {
  const prior = demandPrior(cases.map(({ past }) => past));
  return replay(`Lotwise, least cost${weight === 1 ? "" : `, missed units weighed ${weight}`}`, cases, (item) => {
    const { ordering, holding, shortage } = item.costs;
    const problem = { leadTime: item.leadTime, ordering, holding, least: item.rules.moq };
    return leastCostPolicy({ ...problem, shortage: weight * shortage }, prior);
  });
}

/** 95% upper limit of the ratio of total costs over samples of items, both policies' costs of an item together. */
function upperLimit(a: readonly number[], b: readonly number[]): number {
  const random = randomFrom(1);
  const ratios = Array.from({ length: 2000 }, () => {
    let [above, below] = [0, 0];
    for (let i = 0; i < a.length; i += 1) {
      const j = random.integer(0, a.length - 1);
      above += a[j]!;
      below += b[j]!;
    }
    return above / below;
  }).sort((x, y) => x - y);
  return ratios[Math.floor(0.95 * ratios.length)]!;
}

/** Stock value at a fill rate, between the two results around it; undefined where none reach it. */
function stockAt(fill: number, results: readonly Result[]): number | undefined {
  const rising = [...results].sort((a, b) => a.fill - b.fill);
  const i = rising.findIndex((result) => result.fill >= fill);
  if (i < 1) return undefined;
  const [low, high] = [rising[i - 1]!, rising[i]!];
  return low.stock + ((fill - low.fill) / (high.fill - low.fill)) * (high.stock - low.stock);
}

const describe = (set: string, { name, cost, ordering, holding, shortage, fill, stock }: Result): Figure[] => [
  { name: `${set}, ${name}, cost`, value: cost, unit: "money" },
  { name: `${set}, ${name}, ordering`, value: ordering, unit: "money" },
  { name: `${set}, ${name}, holding`, value: holding, unit: "money" },
  { name: `${set}, ${name}, missed sales`, value: shortage, unit: "money" },
  { name: `${set}, ${name}, fill rate by value`, value: fill, unit: "share" },
  { name: `${set}, ${name}, stock value`, value: stock, unit: "money" },
];

const WEIGHTS = [0.6, 2, 5];

function figuresOf(set: string, cases: readonly MoneyCase[]): Figure[] {
  const sweeps = Object.entries(rivals).map(([name, rival]) => ({
    name,
    results: SPREADS.map((spread) => sweep(name, cases, rival, spread)),
  }));
  const bests = sweeps.map(({ results }) => results.map(cheapest));
  const rival = cheapest(bests.flat());
  const blend = cheapest(sweep("half TSB, half all-history mean", cases, blendPolicy, "smoothed"));
  const start = performance.now();
  const lotwise = ours(cases);
  const seconds = (performance.now() - start) / 1000;
  const swept = [lotwise, ...WEIGHTS.map((weight) => ours(cases, weight))];
  const stocks = [
    ...sweeps.flatMap(({ results }) => results.map((all) => ({ name: cheapest(all).name, results: all }))),
    { name: lotwise.name, results: swept },
  ];
  return [
    ...bests.flat().flatMap((result) => describe(set, result)),
    ...describe(set, blend),
    ...describe(set, replay("each item's best (s,S) in hindsight", cases, hindsightPolicy)),
    ...describe(set, lotwise),
    { name: `${set}, items`, value: cases.length, unit: "items" },
    { name: `${set}, cost`, value: lotwise.cost, unit: "money", peer: rival.cost, ratio: lotwise.cost / rival.cost },
    {
      name: `${set}, cost ratio, 95% upper limit over samples of items`,
      value: upperLimit(lotwise.costs, rival.costs),
      unit: "share",
    },
    {
      name: `${set}, fill rate by value`,
      value: lotwise.fill,
      unit: "share",
      peer: rival.fill,
      ratio: lotwise.fill / rival.fill,
      better: "higher",
    },
    ...[0.9, 0.95].flatMap((fill) =>
      stocks.flatMap(({ name, results }) => {
        const value = stockAt(fill, results);
        const label = `${set}, ${name.replace(/, level .*/, "")}, stock value at fill ${fill}`;
        return value === undefined ? [] : [{ name: label, value, unit: "money" }];
      }),
    ),
    { name: `${set}, time, Lotwise`, value: seconds, unit: "s" },
  ];
}

const SETS: Readonly<Record<string, () => MoneyCase[]>> = {
  man_spares: manSpares,
  raf_spares: rafSpares,
  m5_hobbies2_ca3: hobbies,
};

export async function run(): Promise<Figure[]> {
  return Object.entries(SETS).flatMap(([set, read]) => {
    const cases = read();
    if (cases.length === 0) throw new Error(`no data: set LOTWISE_DATA to the folder that holds dev/${set}.csv`);
    return figuresOf(set, cases);
  });
}
