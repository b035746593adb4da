// What trains, solves or takes milliseconds, evaluated on the server. Adding one is its file and a line here.
export { allocate } from "./allocate.ts";
export { backtest } from "./backtest.ts";
export { demandClean } from "./demand-clean.ts";
export { forecastArima } from "./forecast-arima.ts";
export { forecastBest } from "./forecast-best.ts";
export { forecastEts } from "./forecast-ets.ts";
export { forecastIntermittent } from "./forecast-intermittent.ts";
export { forecastLstm } from "./forecast-lstm.ts";
export { forecastMl } from "./forecast-ml.ts";
export { forecastTheta } from "./forecast-theta.ts";
export { holidays } from "./holidays.ts";
export { forecastWhy } from "./forecast-why.ts";
export { leadTimeDemand } from "./lead-time-demand.ts";
export { minMax } from "./min-max.ts";
export { reconcile } from "./reconcile.ts";
export { reorder } from "./reorder.ts";
export { seasonality } from "./seasonality.ts";
