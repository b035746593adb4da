import type { Answer } from "../define/cells.ts";
import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { cells, choice, number, optional, withDefault } from "../define/parameters.ts";
import { guaranteedService } from "../inventory/echelons/guaranteed-service.ts";
import { supplyOrder, type Stage } from "../inventory/echelons/network.ts";
import { serialSystem, shangSongLevels, type SerialSystem } from "../inventory/echelons/serial.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { readStages } from "./parameters/stages.ts";

/** The longest way through the chain, in periods, that the service times are tried over. */
const MOST_PERIODS = 400;

function checkTimes(stages: readonly Stage[]): void {
  for (const { name, time, inbound, outbound, supplies, demandSd, demandMean } of stages) {
    if (![time, inbound].every(Number.isInteger) || (outbound !== Infinity && !Number.isInteger(outbound)))
      throw new UserError(`stages: the times of "${name}" must be whole periods for guaranteed service`);
    if (supplies.length === 0 && demandMean === 0 && demandSd === 0)
      throw new UserError(`stages: "${name}" must supply another stage or have demand`);
  }
  const longest = stages.reduce((sum, { time, inbound }) => sum + time + inbound, 0);
  if (longest > MOST_PERIODS)
    throw new UserError(`stages: must take at most ${MOST_PERIODS} periods in all; got ${longest}: use longer periods`);
}

function guaranteed(stages: readonly Stage[], serviceLevel: number): Answer {
  checkTimes(stages);
  const found = guaranteedService(stages, normalQuantile(serviceLevel));
  return found.map(({ serviceTime, netTime, safetyStock, baseStock, cost }, i) => [
    stages[i]!.name,
    serviceTime,
    netTime,
    safetyStock,
    baseStock,
    cost,
  ]);
}

/** The line of stages from the customer upwards, and its place in the table. */
function lineOf(stages: readonly Stage[], shortageCost: number): { system: SerialSystem; order: number[] } {
  const order = supplyOrder(stages).reverse();
  order.forEach((stage, j) => {
    const { supplies, name, demandMean } = stages[stage]!;
    if (j > 0 && (supplies.length !== 1 || supplies[0] !== order[j - 1]))
      throw new UserError(`stages: must be one line for this method; "${name}" is not followed by just one stage`);
    if (j === 0 ? demandMean === 0 : demandMean > 0)
      throw new UserError(`stages: "${name}" ${j === 0 ? "must" : "must not"} have demand of its own for this method`);
  });
  const echelonCosts = order.map((stage, j) => {
    const above = order[j + 1];
    const own = stages[stage]!.holdingCost - (above === undefined ? 0 : stages[above]!.holdingCost);
    if (own <= 0)
      throw new UserError(
        `stages: the holding cost of "${stages[stage]!.name}" must be greater than that of its supplier`,
      );
    return own;
  });
  const { demandMean, demandSd } = stages[order[0]!]!;
  const leadTimes = order.map((stage) => stages[stage]!.time + stages[stage]!.inbound);
  return { system: { demandMean, demandSd, shortageCost, leadTimes, echelonCosts }, order };
}

function serial(stages: readonly Stage[], shortageCost: number, heuristic: boolean): Answer {
  const { system, order } = lineOf(stages, shortageCost);
  const { levels, cost } = serialSystem(system, heuristic ? shangSongLevels(system) : undefined);
  // A level above that of a stage further up is never reached.
  const reached = levels.map((_, j) => Math.min(...levels.slice(j)));
  const rows = order.map((stage, j): [number, Answer & unknown[]] => [
    stage,
    [[stages[stage]!.name, levels[j]!, reached[j]! - (reached[j - 1] ?? 0), cost]],
  ]);
  return rows.sort((a, b) => a[0] - b[0]).map(([, [row]]) => row as (string | number)[]);
}

const line = [
  ["plant", "depot", 2, 2, null, null],
  ["depot", "shop", 1, 4, null, null],
  ["shop", null, 1, 7, 5, 1],
];

export const multiEchelon = defineServer({
  name: "MULTI_ECHELON",
  category: "Stock",
  summary: "How much stock to hold at each stage of a supply chain, and where none is needed.",
  returns:
    "A row per stage. Guaranteed service: stage, promised service time, net time to bridge, safety stock, base stock, its cost. Clark-Scarf: stage, echelon base stock, local base stock, cost of the whole chain.",
  spills: true,
  details: [
    "stages is a table with a row per stage: its name; the names of the stages it supplies, separated by commas (blank for the last); its time; its holding cost; and where customers buy, mean and sd of demand a period. Two more columns may follow: the time its outside supplier takes, and the longest its customers may wait. A blank counts as 0, so customers are served at once where nothing else is said; a stage without demand of its own may promise any time, up to the longest named there. A row of headings is passed over.",
    '"guaranteed-service" (the default): each stage promises a service time, and safety stock covers demand up to the service level over the time it must bridge. It finds the promises that make safety stock cheapest, in a line or a tree of stages; times are whole periods. The total is the sum of the last column.',
    '"clark-scarf" (the default with a shortage_cost): for a line of stages with normal demand, the echelon base-stock levels of least cost. The echelon stock of a stage is what it and all stages after it hold, less what customers are owed. The local base stock is what the stage itself aims at. "shang-song" is the usual quick heuristic, with its true cost. The cost counts stock in transit.',
    "Holding costs are those of a unit at the stage; they rise along the chain as value is added.",
  ],
  formula:
    "Guaranteed service: least Σ h z σ √(SI + T − S) with S ≤ SI + T and SI at least the S of every supplier. Clark-Scarf: C_j(y) = E[h_j (y − D_j) + C_(j−1)(min(S_(j−1), y − D_j))], S_j its minimum. h holding cost (echelon: beyond the supplier's), T time, S service time, SI inbound service time, z(α), D_j demand over the lead time.",
  source:
    "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., sections 6.2 and 6.3 and equation 6.32 (Clark and Scarf, 1960; Chen and Zheng, 1994; Shang and Song, 2003; Graves and Willems, 2000)",
  parameters: {
    stages: cells({
      doc: "Rows of stage, stages supplied, time, holding cost, demand mean, demand sd, inbound and outbound time.",
    }),
    service_level: withDefault(
      number({
        doc: "Probability that demand stays within what safety stock covers.",
        unit: "share",
        min: 0.5,
        below: 1,
      }),
      0.95,
    ),
    shortage_cost: optional(
      number({
        doc: "Cost of owing a customer a unit for a period; left out, service_level says how much safety is wanted.",
        unit: "money per unit and period",
        above: 0,
      }),
    ),
    method: optional(
      choice(["guaranteed-service", "clark-scarf", "shang-song"], {
        doc: 'The model; left out, "clark-scarf" where a shortage_cost is given, else "guaranteed-service".',
        aliases: { "guaranteed service": "guaranteed-service", gsm: "guaranteed-service", exact: "clark-scarf" },
      }),
    ),
  },
  examples: [
    {
      says: "three stages of which only the first holds safety stock (z = 1)",
      args: [
        [
          ["maker", "packer", 1, 2, null, null, 1, null],
          ["packer", "shop", 0, 4, null, null, null, null],
          ["shop", null, 1, 7, 0, 1, null, 1],
        ],
        0.8413447460685429,
      ],
      answer: [
        ["maker", 0, 2, Math.SQRT2, Math.SQRT2, 2 * Math.SQRT2],
        ["packer", 0, 0, 0, 0, 0],
        ["shop", 1, 0, 0, 0, 0],
      ],
      source: "Snyder & Shen, example 6.3; stockpyl 1.0.2, gsm_serial.optimize_committed_service_times",
    },
    {
      says: "a plant, a depot and a shop, where a unit short costs 37.12 a period",
      args: [line, null, 37.12],
      answer: [
        ["plant", 22.7055, 10.6879, 47.66015],
        ["depot", 12.0176, 5.5267, 47.66015],
        ["shop", 6.49088, 6.49088, 47.66015],
      ],
      tolerance: 1e-4,
      source:
        "Snyder & Shen, example 6.1, cost 47.65; stockpyl 1.0.2 answers 47.669 on a grid of 0.044 units; the shop's level is the 0.932 quantile of its demand",
    },
    {
      says: "Shang and Song's levels for the same",
      args: [line, null, 37.12, "shang-song"],
      answer: (rows) => {
        const levels = (rows as [string, number][]).map(([, level]) => level);
        const expected = [22.634032391786285, 12.027434723327854, 6.490880975286938];
        return levels.every((level, i) => Math.abs(level - expected[i]!) < 1e-9);
      },
      source: "stockpyl 1.0.2, ssm_serial.newsvendor_heuristic on example 6.1",
    },
  ],
  compute({ stages: rows, service_level, shortage_cost, method }) {
    const stages = readStages(rows);
    const model = method ?? (shortage_cost === undefined ? "guaranteed-service" : "clark-scarf");
    if (model === "guaranteed-service") return guaranteed(stages, service_level);
    if (shortage_cost === undefined) throw new UserError(`shortage_cost: must be given for the method "${model}"`);
    return serial(stages, shortage_cost, model === "shang-song");
  },
});
