import { versionParts } from "../../shared/demand/networks/trained/version.ts";
import { eraseModel as operation } from "../../shared/operations/erase-model.ts";
import { eraseModel as eraseStored, eraseVersion } from "../training/own/store.ts";
import { missingModel, storedModel } from "./stored-models.ts";
import type { OwnWork } from "./work.ts";

export const eraseModel: OwnWork = {
  operation,
  async answer({ params: { name = "" } }, { jobs }) {
    const parts = versionParts(name);
    await storedModel(jobs, parts?.name ?? name);
    const database = await jobs.database();
    const erased = database && (await (parts ? eraseVersion : eraseStored)(database, name));
    if (!erased) throw missingModel(name);
    return null;
  },
};
