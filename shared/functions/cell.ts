import type { CellFunction } from "../define/define.ts";
import * as list from "./cell.list.ts";

/** The closed formulas, evaluated inside the add-in. */
export const cellFunctions: readonly CellFunction[] = Object.values(list);
