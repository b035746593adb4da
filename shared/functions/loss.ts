import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number } from "../define/parameters.ts";
import { leftover } from "../inventory/demand/demand-distribution.ts";
import { demandOf } from "../inventory/demand/families.ts";
import { distribution } from "./parameters/demand-rate.ts";

export const loss = defineCell({
  name: "LOSS",
  category: "Stock",
  summary: "Loss function: units short and units left over, on average, of a given stock.",
  returns: "One row: expected units short, expected units left over.",
  spills: true,
  details: [
    "The building block of fill rates and of shortage and leftover costs. With mean 0 and sd 1 it is the standard normal loss function of the tables. For a lognormal distribution given by the mean and sd of its logarithm use LOGNORMAL_LOSS.",
  ],
  formula: "n(x) = E(D − x)⁺ and E(x − D)⁺ = x − E D + n(x); for the normal σ (φ(z) − z (1 − Φ(z))), z = (x − μ) / σ.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C.3",
  parameters: {
    stock: number({ doc: "Units in stock, x.", unit: "units" }),
    mean: number({ doc: "Mean demand.", unit: "units" }),
    sd: number({ doc: "Standard deviation of demand; ignored for Poisson.", unit: "units", min: 0 }),
    distribution,
  },
  examples: [
    {
      says: "the standard normal at 1.3",
      args: [1.3, 0, 1],
      answer: [[0.04552796208651397, 1.345527962086514]],
      source: "stockpyl 1.0.2, standard_normal_loss(1.3)",
    },
    {
      says: "2 spare parts against a Poisson mean of 1",
      args: [2, 1, null, "poisson"],
      answer: [[3 * Math.exp(-1) - 1, 3 * Math.exp(-1)]],
      source: "by hand: E(2 − D)⁺ = 2 e⁻¹ + 1 e⁻¹",
    },
  ],
  compute({ stock, mean, sd, distribution: family }) {
    if (mean < 0 && family !== "normal")
      throw new UserError(`mean: must be at least 0 unless the distribution is "normal"; got ${mean}`);
    const demand = demandOf(family, mean, sd);
    return [[demand.loss(stock), leftover(demand, stock)]];
  },
});
