import { Router, type Response } from "express";
import type { JobView } from "../jobs/job.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { Problem } from "./problem.ts";

const missing = (): Problem => new Problem(404, "there is no job of that id; finished ones are kept for a week");

/** Proxies and browsers close a connection that stays silent. */
const KEEP_ALIVE_MS = 15_000;

async function stream(views: AsyncIterable<JobView>, res: Response): Promise<void> {
  res.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store" }).flushHeaders();
  const alive = setInterval(() => res.write(": still here\n\n"), KEEP_ALIVE_MS);
  try {
    for await (const view of views) res.write(`event: ${view.status}\ndata: ${JSON.stringify(view)}\n\n`);
  } finally {
    clearInterval(alive);
    res.end();
  }
}

export function jobsRoute(jobs: Jobs): Router {
  const router = Router();
  router.get("/v1/jobs/:id", async (req, res) => {
    const view = await jobs.get(req.params.id);
    if (!view) throw missing();
    res.set("Cache-Control", "no-store").json(view);
  });
  router.delete("/v1/jobs/:id", async (req, res) => {
    const view = await jobs.cancel(req.params.id);
    if (!view) throw missing();
    res.json(view);
  });
  router.get("/v1/jobs/:id/events", async (req, res) => {
    if (!(await jobs.get(req.params.id))) throw missing();
    const gone = new AbortController();
    res.once("close", () => gone.abort());
    await stream(jobs.events(req.params.id, gone.signal), res);
  });
  return router;
}
