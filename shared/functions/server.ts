import type { ServerFunction } from "../define/define.ts";
import { allocate } from "./allocate.ts";
import { forecastArima } from "./forecast-arima.ts";
import { forecastEts } from "./forecast-ets.ts";
import { forecastLstm } from "./forecast-lstm.ts";
import { reorder } from "./reorder.ts";

/** What trains, solves or takes milliseconds, evaluated on the server. Adding one is its file and a line here. */
export const serverFunctions: readonly ServerFunction[] = [allocate, forecastArima, forecastEts, forecastLstm, reorder];
