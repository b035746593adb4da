import { versionParts } from "../../shared/demand/networks/trained/version.ts";
import { getModel as operation } from "../../shared/operations/get-model.ts";
import { Problem } from "../problem.ts";
import { storedModel } from "./stored-models.ts";
import type { OwnWork } from "./work.ts";

export const getModel: OwnWork = {
  operation,
  async answer({ params: { name = "" } }, { jobs }) {
    const parts = versionParts(name);
    if (!parts) return storedModel(jobs, name);
    const { versions, current } = await storedModel(jobs, parts.name);
    const version = versions.find((each) => each.version === name);
    if (!version)
      throw new Problem(404, `there is no version ${name}: the newest of ${parts.name} is ${current ?? "none"}`);
    return version;
  },
};
