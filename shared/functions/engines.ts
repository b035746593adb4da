import type { MethodEngines } from "../demand/backtest/methods.ts";
import type { HolidayCalendar } from "../demand/causes/holidays.ts";
import type { Learn } from "../demand/models/learning/learner.ts";
import type { Network } from "../demand/networks/sequence/network.ts";
import type { TrainedModel } from "../demand/networks/trained/version.ts";
import type { Solver } from "../optimise/problem.ts";

/** What needs a library or native code and so lives on the server, as the bodies of functions see it. */
export interface Engines extends Solver, MethodEngines {
  /** The weights of a model trained on a buyer's table, by its version such as shop@3; undefined where there is none. */
  trainedNetwork(version: string): Promise<Network | undefined>;
  /** Every trained model with its versions. */
  trainedModels(): Promise<readonly TrainedModel[]>;
  /** Support-vector regression. */
  supportVectors(): Promise<Learn>;
  /** Public holidays and observances of the world's countries. */
  holidays(): Promise<HolidayCalendar>;
}
