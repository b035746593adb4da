import type { LinearProgram, Solution } from "../optimise/problem.ts";
import type { CountNetwork } from "../demand/intermittent/learned/network.ts";
import type { Network } from "../demand/network/network.ts";
import type { TrainedModel } from "../demand/training/model.ts";
import type { ArimaFitter } from "../demand/arima.ts";
import type { Learn } from "../demand/learning/learner.ts";
import type { HolidayCalendar } from "../demand/drivers/holidays.ts";

/** What needs a library or native code and so lives on the server, as the bodies of functions see it. */
export interface Engines {
  /** Solves a linear or integer programme; the answer carries a status and is checked by its certificate. */
  solve(problem: LinearProgram): Promise<Solution>;
  readonly arima: ArimaFitter;
  /** The pretrained forecasting network's weights. */
  network(): Promise<Network>;
  /** The weights of a model trained on a buyer's table, by its version such as shop@3; undefined where there is none. */
  trainedNetwork(version: string): Promise<Network | undefined>;
  /** Every trained model with its versions. */
  trainedModels(): Promise<readonly TrainedModel[]>;
  /** The weights of the network for intermittent demand. */
  counts(): Promise<CountNetwork>;
  /** Support-vector regression. */
  supportVectors(): Promise<Learn>;
  /** Public holidays and observances of the world's countries. */
  holidays(): Promise<HolidayCalendar>;
}
