import { serverFunctions } from "lotwise:server-functions";
import { idOf } from "../../shared/define/define.ts";
import { cellFunctions } from "../../shared/functions/cell.ts";
import { createBatcher } from "../batch/batcher.ts";
import { systemClock } from "../batch/clock.ts";
import { createRecovery } from "../batch/recovery.ts";
import { calculateAgain } from "../workbook/excel/calculate-again.ts";
import { fetchWithToken } from "../batch/fetch-with-token.ts";
import { cellFunction } from "./cell-function.ts";
import { serverFunction } from "./server-function.ts";

// Outside Excel (the page opened in a browser) there is nothing to associate with.
if (typeof CustomFunctions !== "undefined") {
  const recovery = createRecovery({
    clock: systemClock,
    healthy: async () => (await fetch(`${location.origin}/health`)).ok,
    calculateAgain,
  });
  const batcher = createBatcher({ origin: location.origin, fetch: fetchWithToken, recovery });
  for (const definition of cellFunctions) CustomFunctions.associate(idOf(definition.name), cellFunction(definition));
  for (const entry of serverFunctions) CustomFunctions.associate(entry.id, serverFunction(entry, batcher));
}
