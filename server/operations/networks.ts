import { allNetworks } from "../../shared/demand/forecast/networks.ts";
import type { Networks } from "../../shared/demand/forecast/forecaster.ts";
import type { engines } from "../engines/index.ts";

/** The weights that plan and replay forecast with, ready before the first item. */
export const networks = (from: typeof engines): Promise<Networks> => allNetworks(from);
