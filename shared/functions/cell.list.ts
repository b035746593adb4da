// The closed formulas, evaluated inside the add-in. Adding one is its file and a line here.
export { abc } from "./abc.ts";
export { cover } from "./cover.ts";
export { daysOfSupply } from "./days-of-supply.ts";
export { eoq } from "./eoq.ts";
export { forecastError } from "./forecast-error.ts";
export { landedCost } from "./landed-cost.ts";
export { netPosition } from "./net-position.ts";
export { newsvendor } from "./newsvendor.ts";
export { orderByDate } from "./order-by-date.ts";
export { packRound } from "./pack-round.ts";
export { projectedStock } from "./projected-stock.ts";
export { rop } from "./rop.ts";
export { safetyStock } from "./safety-stock.ts";
export { stockoutDate } from "./stockout-date.ts";
export { trackingSignal } from "./tracking-signal.ts";
export { turnover } from "./turnover.ts";
