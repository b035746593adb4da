import type { Engines } from "../../shared/functions/engines.ts";
import { arima } from "./arima.ts";
import { loadedHighs } from "./highs.ts";
import { holidayCalendar } from "./holidays.ts";
import { loadCounts, loadNetwork, loadTrees } from "./network.ts";
import { solve } from "./solver.ts";
import { supportVectors } from "./svr.ts";
import { noModels, trainedFrom } from "./trained.ts";

/** The engines as the functions' bodies receive them, each loaded at its first use; nothing is trained where no one says. */
export const engines = {
  solve,
  mixed: loadedHighs,
  arima,
  network: loadNetwork,
  ...trainedFrom(noModels),
  counts: loadCounts,
  trees: loadTrees,
  supportVectors,
  holidays: holidayCalendar,
} satisfies Engines & Record<string, unknown>;
