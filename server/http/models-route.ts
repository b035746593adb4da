import { Router } from "express";
import { versionParts, type TrainedModel } from "../../shared/demand/training/model.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { TRAIN } from "../tuning/models.ts";
import { eraseModel, eraseVersion, readModels, replaceSeries } from "../tuning/store.ts";
import { readName, readSeries, readTrainingRequest } from "../tuning/table.ts";
import { jsonBody } from "./body.ts";
import { Problem } from "./problem.ts";

/** Years of daily demand of thousands of items. */
const LIMIT = "64mb";

export function modelsRoute(jobs: Jobs): Router {
  const router = Router();
  const list = async (name?: string): Promise<TrainedModel[]> => {
    const database = await jobs.database();
    return database ? readModels(database, name) : [];
  };
  const missing = (name: string): Problem =>
    new Problem(404, `there is no model ${name.slice(0, 40)}: GET /v1/models lists those there are`);
  const find = async (name: string): Promise<TrainedModel> => {
    // A text with NUL is no name, and more than the database can be asked.
    const [model] = name.includes("\0") ? [] : await list(name);
    if (!model) throw missing(name.replaceAll("\0", "\uFFFD"));
    return model;
  };

  router.post("/v1/models", ...jsonBody(LIMIT), async (req, res) => {
    const { id } = await jobs.submit(TRAIN, readTrainingRequest(req.body));
    res
      .status(202)
      .location(`/v1/jobs/${id}`)
      .json(await jobs.get(id));
  });
  router.get("/v1/models", async (_req, res) => {
    res.set("Cache-Control", "no-store").json({ models: await list() });
  });
  router.get("/v1/models/:name", async (req, res) => {
    const { name } = req.params;
    const parts = versionParts(name);
    res.set("Cache-Control", "no-store");
    if (!parts) {
      res.json(await find(name));
      return;
    }
    const model = await find(parts.name);
    const version = model.versions.find((each) => each.version === name);
    if (!version)
      throw new Problem(404, `there is no version ${name}: the newest of ${parts.name} is ${model.current ?? "none"}`);
    res.json(version);
  });
  router.delete("/v1/models/:name", async (req, res) => {
    const { name } = req.params;
    await find(versionParts(name)?.name ?? name);
    const database = await jobs.database();
    const erased = database && (await (versionParts(name) ? eraseVersion : eraseModel)(database, name));
    if (!erased) throw missing(name);
    res.status(204).end();
  });
  router.put("/v1/models/:name/series", ...jsonBody(LIMIT), async (req, res) => {
    const name = readName(req.params["name"]);
    const series = readSeries((req.body as { series?: unknown } | undefined)?.series);
    const database = await jobs.database();
    await find(name);
    if (database) await replaceSeries(database, name, series);
    res.json(await find(name));
  });
  return router;
}
