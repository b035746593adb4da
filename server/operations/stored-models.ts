import type { TrainedModel } from "../../shared/demand/networks/trained/version.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { Problem } from "../problem.ts";
import { readModels } from "../training/own/store.ts";

/** The models there are, or the one named; none is looked for where nothing was ever stored. */
export async function storedModels(jobs: Jobs, name?: string): Promise<TrainedModel[]> {
  const database = await jobs.database();
  return database ? readModels(database, name) : [];
}

export const missingModel = (name: string): Problem =>
  new Problem(404, `there is no model ${name.slice(0, 40)}: GET /v1/models lists those there are`);

export async function storedModel(jobs: Jobs, name: string): Promise<TrainedModel> {
  // A text with NUL is no name, and more than the database can be asked.
  const [model] = name.includes("\0") ? [] : await storedModels(jobs, name);
  if (!model) throw missingModel(name.replaceAll("\0", "\uFFFD"));
  return model;
}
