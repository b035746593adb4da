// What trains, solves or takes milliseconds, evaluated on the server. Adding one is its file and a line here.
export { allocate } from "./allocate.ts";
export { forecastArima } from "./forecast-arima.ts";
export { forecastBest } from "./forecast-best.ts";
export { forecastEts } from "./forecast-ets.ts";
export { forecastLstm } from "./forecast-lstm.ts";
export { leadTimeDemand } from "./lead-time-demand.ts";
export { minMax } from "./min-max.ts";
export { reorder } from "./reorder.ts";
