import { once } from "node:events";
import { Router, type Response } from "express";
import type { JobStream } from "../jobs/job.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { Problem } from "./problem.ts";

const missing = (): Problem => new Problem(404, "there is no job of that id; finished ones are kept for a week");

/** Proxies and browsers close a connection that stays silent. */
const KEEP_ALIVE_MS = 15_000;

/** The job as JSON in pieces: its result, which may be large, is sent as it is read. */
async function* jsonOf({ view, result }: JobStream): AsyncGenerator<string | Buffer> {
  const head = JSON.stringify(view);
  if (!result) {
    yield head;
    return;
  }
  yield `${head.slice(0, -1)},"result":`;
  yield* result;
  yield "}";
}

/** Writes the pieces no quicker than the client takes them; ends early where it leaves. */
async function send(pieces: AsyncIterable<string | Buffer>, res: Response): Promise<void> {
  for await (const piece of pieces) {
    if (res.destroyed) return;
    if (!res.write(piece)) await Promise.race([once(res, "drain"), once(res, "close")]);
  }
}

async function stream(streams: AsyncIterable<JobStream>, res: Response): Promise<void> {
  res.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store" }).flushHeaders();
  const alive = setInterval(() => res.write(": still here\n\n"), KEEP_ALIVE_MS);
  try {
    for await (const each of streams) {
      res.write(`event: ${each.view.status}\ndata: `);
      await send(jsonOf(each), res);
      res.write("\n\n");
    }
  } finally {
    clearInterval(alive);
    res.end();
  }
}

export function jobsRoute(jobs: Jobs): Router {
  const router = Router();
  router.get("/v1/jobs/:id", async (req, res) => {
    const job = await jobs.stream(req.params.id);
    if (!job) throw missing();
    res.set("Cache-Control", "no-store").type("json");
    await send(jsonOf(job), res);
    res.end();
  });
  router.delete("/v1/jobs/:id", async (req, res) => {
    const view = await jobs.cancel(req.params.id);
    if (!view) throw missing();
    res.json(view);
  });
  router.get("/v1/jobs/:id/events", async (req, res) => {
    if (!(await jobs.stream(req.params.id))) throw missing();
    const gone = new AbortController();
    res.once("close", () => gone.abort());
    await stream(jobs.streams(req.params.id, gone.signal), res);
  });
  return router;
}
