import type { Engines } from "../../shared/define/engines.ts";
import { arima } from "./arima.ts";
import { loadNetwork } from "./network.ts";
import { solve } from "./solver.ts";

/** The engines as the functions' bodies receive them, each loaded at its first use. */
export const engines: Engines = { solve, arima, network: loadNetwork };
