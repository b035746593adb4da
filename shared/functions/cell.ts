import type { CellFunction } from "../define/define.ts";
import { abc } from "./abc.ts";
import { daysOfSupply } from "./days-of-supply.ts";
import { eoq } from "./eoq.ts";
import { newsvendor } from "./newsvendor.ts";
import { packRound } from "./pack-round.ts";
import { rop } from "./rop.ts";
import { safetyStock } from "./safety-stock.ts";
import { turnover } from "./turnover.ts";

/** The closed formulas, evaluated inside the add-in. Adding one is its file and a line here. */
export const cellFunctions: readonly CellFunction[] = [
  abc,
  daysOfSupply,
  eoq,
  newsvendor,
  packRound,
  rop,
  safetyStock,
  turnover,
];
