import type { ServerFunction } from "../define/define.ts";
import type { Parameters } from "../define/parameters.ts";
import type { Engines } from "./engines.ts";
import * as list from "./server.list.ts";

/** What trains, solves or takes milliseconds, evaluated on the server. */
export const serverFunctions: readonly ServerFunction<Parameters, Engines>[] = Object.values(list);
