import express, { type Express } from "express";
import { functions } from "../shared/functions/index.ts";
import { addinRoute, publicUrl } from "./http/addin-route.ts";
import { webbookRoute } from "./http/webbook-route.ts";
import { docsRouter } from "./http/docs/router.ts";
import { openApi } from "./http/openapi.ts";
import { operationsRouter } from "./http/operations-router.ts";
import { problems } from "./http/problem.ts";
import { requests } from "./http/requests.ts";
import { authenticated, headers, knownHosts, knownOrigins } from "./http/security.ts";
import { templateRoute } from "./http/template-route.ts";
import { works as allWorks } from "./operations/index.ts";
import type { Parts, Work } from "./operations/work.ts";
import { Problem } from "./problem.ts";

/** The whole server without a port; of other operations than ours in tests alone. */
export function createApp(parts: Parts, works: readonly Work[] = allWorks): Express {
  const { config, log, version } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.use(requests(log), headers(config), knownHosts(config));
  // Built files name their source maps; those are for whoever has the sources.
  app.use((req, _res, next) =>
    next(req.path.endsWith(".map") ? new Problem(404, `there is nothing at ${req.path}`) : undefined),
  );
  app.get("/openapi.json", (_req, res) => {
    res.json(openApi(functions, { version, publicUrl: publicUrl(config) }, works));
  });
  app.use("/v1", knownOrigins(config), authenticated(config));
  app.use(operationsRouter(works, parts));
  app.use(docsRouter(functions));
  app.use(templateRoute());
  app.use(webbookRoute());
  app.use(addinRoute(config));
  app.use((req) => {
    throw new Problem(404, `there is nothing at ${req.path}`);
  });
  app.use(problems(log));
  return app;
}
