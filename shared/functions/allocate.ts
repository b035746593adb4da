import { defineServer } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { number, optional, series, table } from "../define/parameters.ts";
import type { Solver } from "../optimise/problem.ts";
import { allocation } from "../optimise/transportation.ts";

/** The most pairs of a supply and a demand: what is solved and proven within a few seconds, whatever the ties. */
const MAX_PAIRS = 20_000;

export const allocate = defineServer({
  name: "ALLOCATE",
  summary: "Shares supplies out over demands at the least cost.",
  returns: "The quantity from each supply (rows) to each demand (columns), in units.",
  details: [
    "Use it to ship from warehouses to shops, to split orders over suppliers or to ration a short product. Supplies may exceed the demands or fall short of them.",
    "Left out, the shortage cost is 1 more than the largest unit cost, so as much as possible is served first, and that in the cheapest way. With a shortage cost of your own, a demand is left short where serving it would cost more; at the same cost it is served. A pair that must not be used gets a unit cost above your shortage cost. A negative unit cost is a gain.",
    "The answer is proven to be the cheapest. Ties go to the lowest index: the first demands are served first, then the first supplies are used up first, then supply 1 gives as much as it can to demand 1, then to demand 2, and so on. Whole supplies and demands give whole quantities.",
    `It takes up to ${MAX_PAIRS.toLocaleString("en")} pairs of a supply and a demand.`,
  ],
  formula:
    "min Σ c_ij x_ij + p Σ u_j; Σ_j x_ij ≤ s_i; Σ_i x_ij + u_j = d_j; x, u ≥ 0; supply s, demand d, unit cost c, shortage cost p, shortage u",
  source:
    "Hillier and Lieberman, Introduction to Operations Research, 10th ed., section 9.1; optimality by Ahuja, Magnanti and Orlin, Network Flows (1993), theorem 9.1",
  category: "Optimisation",
  spills: true,
  parameters: {
    supply: series({ doc: "What each source can give.", unit: "units", min: 0 }),
    demand: series({ doc: "What each destination asks for.", unit: "units", min: 0 }),
    unit_cost: optional(
      table({
        doc: "The cost of a unit from each supply (rows) to each demand (columns); left out, 0.",
        unit: "money per unit",
      }),
    ),
    shortage_cost: optional(
      number({
        doc: "The cost of a unit not served; left out, 1 + the largest unit cost.",
        unit: "money per unit",
        min: 0,
      }),
    ),
  },
  examples: [
    {
      says: "Two canneries, three markets",
      args: [
        [[350], [600]],
        [[325, 300, 275]],
        [
          [0.225, 0.153, 0.162],
          [0.225, 0.162, 0.126],
        ],
      ],
      answer: [
        [50, 300, 0],
        [275, 0, 275],
      ],
      source:
        "Dantzig, Linear Programming and Extensions (1963), section 3.3; GAMS model library, trnsport: least cost 153.675, of whose optima this is the one with the lowest indices",
    },
    {
      says: "10 units for shops that ask 6 each: the first is served first",
      args: [10, [[6, 6]]],
      answer: [[6, 4]],
      source: "By definition: at equal costs the lowest index is served first",
    },
    {
      says: "A unit that costs more to send than to miss stays",
      args: [
        [[8, 5]],
        [[4, 6]],
        [
          [2, 9],
          [3, 7],
        ],
        8,
      ],
      answer: [
        [4, 0],
        [0, 5],
      ],
      source: "By hand: 4 x 2 + 5 x 7 + 1 x 8 = 51; sending the last unit from supply 1 costs 9, missing it 8",
    },
  ],
  async compute({ supply, demand, unit_cost, shortage_cost }, { solve }: Solver) {
    const [m, n] = [supply.length, demand.length];
    if (m * n > MAX_PAIRS)
      throw new UserError(
        `supply and demand: must make at most ${MAX_PAIRS.toLocaleString("en")} pairs; got ${m} supplies by ${n} demands`,
      );
    if (unit_cost && (unit_cost.length !== m || unit_cost[0]!.length !== n))
      throw new UserError(
        `unit_cost: must be ${m} rows by ${n} columns, one row a supply and one column a demand; got ${unit_cost.length} rows by ${unit_cost[0]!.length} columns`,
      );
    const unitCost = unit_cost ?? supply.map(() => demand.map(() => 0));
    const largest = unitCost.flat().reduce((a, b) => Math.max(a, b));
    const { status, quantities } = await allocation(
      { supply, demand, unitCost, shortageCost: shortage_cost ?? largest + 1 },
      solve,
    );
    if (status !== "optimal")
      throw notAvailable("no allocation was proven the cheapest: the numbers may differ too much in size");
    return quantities;
  },
});
