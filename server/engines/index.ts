import type { Engines } from "../../shared/define/engines.ts";
import { arima } from "./arima.ts";
import { holidayCalendar } from "./holidays.ts";
import { loadNetwork } from "./network.ts";
import { solve } from "./solver.ts";
import { supportVectors } from "./svr.ts";

/** The engines as the functions' bodies receive them, each loaded at its first use. */
export const engines: Engines = { solve, arima, network: loadNetwork, supportVectors, holidays: holidayCalendar };
