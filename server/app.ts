import express, { type Express } from "express";
import { functions } from "../shared/functions/index.ts";
import type { ComputePool } from "./compute/pool.ts";
import type { Config } from "./config.ts";
import type { Backend } from "./engines/tensorflow.ts";
import { addinRoute, publicUrl } from "./http/addin-route.ts";
import { browserRoute } from "./http/browser-route.ts";
import { computeRoute } from "./http/compute-route.ts";
import { crowding } from "./http/crowding.ts";
import { docsRouter } from "./http/docs/router.ts";
import { jobsRoute } from "./http/jobs-route.ts";
import { modelsRoute } from "./http/models-route.ts";
import { openApi } from "./http/openapi.ts";
import { Problem, problems } from "./http/problem.ts";
import { reorderRoute } from "./http/reorder-route.ts";
import { replayRoute } from "./http/replay-route.ts";
import { requests } from "./http/requests.ts";
import { authenticated, headers, knownHosts, knownOrigins } from "./http/security.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";

export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly pool: ComputePool;
  readonly jobs: Jobs;
  readonly version: string;
  /** What trains networks here, found out once by trying. */
  readonly tensorflow: Promise<Backend>;
}

/** The whole server without a port. */
export function createApp({ config, log, pool, jobs, version, tensorflow }: Parts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(requests(log), headers(config), knownHosts(config));
  app.get("/health", async (_req, res) => {
    res.set("Cache-Control", "no-store").json({ status: "ok", version, tensorflow: await tensorflow });
  });
  app.get("/ready", async (_req, res) => {
    res.set("Cache-Control", "no-store");
    if (!(await jobs.ready()))
      throw new Problem(503, "the database is out of reach just now: the log says why", { "Retry-After": "10" });
    res.json({ status: "ready" });
  });
  // Built files name their source maps; those are for whoever has the sources.
  app.use((req, _res, next) =>
    next(req.path.endsWith(".map") ? new Problem(404, `there is nothing at ${req.path}`) : undefined),
  );
  app.get("/openapi.json", (_req, res) => {
    res.json(openApi(functions, { version, publicUrl: publicUrl(config) }));
  });
  app.use("/v1", knownOrigins(config), authenticated(config), crowding());
  app.use(
    computeRoute(pool, config, log),
    reorderRoute(pool, jobs),
    replayRoute(pool, jobs),
    jobsRoute(jobs),
    modelsRoute(jobs),
  );
  app.all(["/v1/compute", "/v1/reorder", "/v1/replay"], (req) => {
    throw new Problem(405, `${req.path} takes POST only`, { Allow: "POST" });
  });
  app.use(docsRouter(functions));
  app.use(browserRoute());
  app.use(addinRoute(config));
  app.use((req) => {
    throw new Problem(404, `there is nothing at ${req.path}`);
  });
  app.use(problems(log));
  return app;
}
