import assert from "node:assert/strict";
import { evaluate } from "../../shared/define/evaluate.ts";
import { functions } from "../../shared/functions/index.ts";

/** Arguments that any function takes, by name; a distribution is chosen only where one can be. */
const GIVEN: Readonly<Record<string, unknown>> = {
  mean: 20,
  demand_mean: 20,
  demand: 20,
  distribution: "negative-binomial",
  lead_time: 1,
  review_period: 1,
  fill_rate: 0.95,
  order_cost: 5,
  holding_cost: 1,
  shortage_cost: 4,
  underage_cost: 19,
  overage_cost: 1,
  price: 5,
  unit_cost: 2,
  salvage: 1,
  stock: 22,
  on_hand: 22,
  order_up_to: 60,
  reorder_point: 40,
  order_quantity: 50,
  periods_left: 2,
  periods_to_delivery: 2,
};

const named = functions.filter(({ parameters }) =>
  JSON.stringify(parameters["distribution"]?.schema ?? "").includes("negative-binomial"),
);
const ofRates = named.filter(({ parameters }) => "sd" in parameters || "demand_sd" in parameters);

async function say(definition: (typeof named)[number], sd: number): Promise<string> {
  const args = Object.entries(definition.parameters).map(([name, { optional }]) => {
    if (name === "sd" || name === "demand_sd") return sd;
    if (name in GIVEN) return GIVEN[name];
    return optional ? null : 1;
  });
  return JSON.stringify(await evaluate(definition, args, { solve: undefined } as never, String));
}

describe("negative binomial demand", () => {
  it("is refused wherever it can be chosen, where demand varies no more than Poisson's", async () => {
    assert.ok(ofRates.length >= 12, ofRates.map(({ name }) => name).join(", "));
    for (const definition of ofRates) {
      for (const sd of [0, 3, Math.sqrt(20)])
        assert.match(await say(definition, sd), /must not be \\"negative-binomial\\" unless/, definition.name);
      assert.doesNotMatch(await say(definition, 6), /must not be/, definition.name);
    }
  });

  it("is documented to need it", () => {
    for (const { name, parameters } of named)
      assert.match(parameters["distribution"]!.doc, /exceeds the mean|varies more than Poisson/, name);
  });
});
