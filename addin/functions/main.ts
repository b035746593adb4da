import { serverFunctions } from "lotwise:server-functions";
import { idOf } from "../../shared/define/define.ts";
import { cellFunctions } from "../../shared/functions/cell.ts";
import { createBatcher } from "../batch/batcher.ts";
import { fetchWithToken } from "../batch/fetch-with-token.ts";
import { cellFunction } from "./cell-function.ts";
import { serverFunction } from "./server-function.ts";

// Outside Excel (the page opened in a browser) there is nothing to associate with.
if (typeof CustomFunctions !== "undefined") {
  const batcher = createBatcher({ origin: location.origin, fetch: fetchWithToken });
  for (const definition of cellFunctions) CustomFunctions.associate(idOf(definition.name), cellFunction(definition));
  for (const entry of serverFunctions) CustomFunctions.associate(entry.id, serverFunction(entry, batcher));
}
