import type { LinearProgram, Solution } from "../optimise/problem.ts";
import type { Network } from "../demand/network/network.ts";
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
  /** Support-vector regression. */
  supportVectors(): Promise<Learn>;
  /** Public holidays and observances of the world's countries. */
  holidays(): Promise<HolidayCalendar>;
}
