import { registries } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { distributionFunctions } from "./distributions.ts";
import { filter } from "./filter.ts";
import { addGridFunction } from "./grid-function.ts";
import { rangeFunctions } from "./ranges.ts";
import { scalarFunctions } from "./scalar.ts";
import { sort, sortBy } from "./sort.ts";
import { xmatch } from "./xmatch.ts";

/** Excel's names of functions that the grid has under another. */
const ALIASES = { "FORECAST.LINEAR": "FORECAST" } as const;

/** Makes the grid answer as Excel does where it has a function wrong or not at all. */
export function registerExcelFunctions(): void {
  for (const grid of [filter, sort, sortBy, xmatch, ...scalarFunctions, ...rangeFunctions, ...distributionFunctions])
    addGridFunction(grid);
  for (const [name, known] of Object.entries(ALIASES))
    registries.functionRegistry.replace(name, { ...registries.functionRegistry.get(known) });
}
