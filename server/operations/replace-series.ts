import { replaceSeries as operation } from "../../shared/operations/replace-series.ts";
import { parsed } from "../compute/packed.ts";
import { replaceSeries as keepSeries } from "../training/own/store.ts";
import { readName, readNewSeries } from "../training/own/table.ts";
import { storedModel } from "./stored-models.ts";
import type { OwnWork } from "./work.ts";

export const replaceSeries: OwnWork = {
  operation,
  async answer({ params, body }, { jobs }) {
    const name = readName(params["name"]);
    const series = readNewSeries(parsed(body));
    const database = await jobs.database();
    await storedModel(jobs, name);
    if (database) await keepSeries(database, name, series);
    return storedModel(jobs, name);
  },
};
