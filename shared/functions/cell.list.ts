// The closed formulas, evaluated inside the add-in. Adding one is its file and a line here.
export { abc } from "./abc.ts";
export { daysOfSupply } from "./days-of-supply.ts";
export { eoq } from "./eoq.ts";
export { newsvendor } from "./newsvendor.ts";
export { packRound } from "./pack-round.ts";
export { rop } from "./rop.ts";
export { safetyStock } from "./safety-stock.ts";
export { turnover } from "./turnover.ts";
