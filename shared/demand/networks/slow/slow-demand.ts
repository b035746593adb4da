import type { Distribution } from "../../../numeric/distribution.ts";
import { fitCountModel, type SlowDemand } from "../../slow/count-model.ts";
import { learnedDemand } from "./learned-demand.ts";
import type { CountNetwork } from "./network.ts";

/**
 * An intermittent item's demand by the count model and, where there is one, the network trained across series; from a
 * history without gaps, oldest first, zeros before the first demand included.
 */
export const fitSlowDemand = (values: readonly number[], network?: CountNetwork): SlowDemand =>
  fitCountModel(values, network && ((all, counts) => learnedDemand(network, all, counts)));

/**
 * Distribution of an intermittent item's total demand over `periods`, such as a lead time: a count distribution with
 * whole-number quantiles where the history (oldest first, no gaps) is in whole numbers.
 */
export const leadTimeTotal = (history: readonly number[], periods: number, network?: CountNetwork): Distribution =>
  fitSlowDemand(history, network).total(periods);
