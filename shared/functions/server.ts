import type { ServerFunction } from "../define/define.ts";
import * as list from "./server.list.ts";

/** What trains, solves or takes milliseconds, evaluated on the server. */
export const serverFunctions: readonly ServerFunction[] = Object.values(list);
