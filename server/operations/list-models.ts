import { listModels as operation } from "../../shared/operations/list-models.ts";
import { storedModels } from "./stored-models.ts";
import type { OwnWork } from "./work.ts";

export const listModels: OwnWork = {
  operation,
  answer: async (_asked, { jobs }) => ({ models: await storedModels(jobs) }),
};
