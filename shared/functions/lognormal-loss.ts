import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { leftover } from "../inventory/demand/demand-distribution.ts";
import { lognormalDemand } from "../inventory/demand/lognormal.ts";

export const lognormalLoss = defineCell({
  name: "LOGNORMAL_LOSS",
  category: "Stock",
  summary: "Loss function of lognormal demand: units short and left over of a given stock.",
  returns: "One row: expected units short, expected units left over.",
  spills: true,
  details: ["Takes mean and sd of the logarithm of demand; LOSS takes those of demand itself."],
  formula: "n(x) = e^(μ + σ²/2) Φ((μ + σ² − ln x) / σ) − x (1 − Φ((ln x − μ) / σ)); E(x − D)⁺ = x − E D + n(x).",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C.3",
  parameters: {
    stock: number({ doc: "Units in stock, x.", unit: "units", min: 0 }),
    log_mean: number({ doc: "Mean of the natural logarithm of demand." }),
    log_sd: number({ doc: "Standard deviation of the natural logarithm of demand.", min: 0 }),
  },
  examples: [
    {
      says: "10 in stock, logarithm 2 give or take 0.3",
      args: [10, 2, 0.3],
      answer: [[0.28364973888106326, 2.5544912009711833]],
      source: "stockpyl 1.0.2, lognormal_loss(10, 2, 0.3)",
    },
  ],
  compute({ stock, log_mean, log_sd }) {
    const demand = lognormalDemand(log_mean, log_sd);
    return [[demand.loss(stock), leftover(demand, stock)]];
  },
});
