import { Router, type Request, type RequestHandler, type Response } from "express";
import type { OperationJob } from "../../shared/operations/operation.ts";
import { workOnPool } from "../compute/work-on-pool.ts";
import type { Asked, ItemWork, Parts, ServerEvent, Work } from "../operations/work.ts";
import { Problem } from "../problem.ts";
import { abortedWith } from "./aborted.ts";
import { jsonBody } from "./body.ts";
import { sendJson, writeJson } from "./send-json.ts";

/** Proxies and browsers close a connection that stays silent. */
const KEEP_ALIVE_MS = 15_000;

/** Whether the caller asked not to wait (RFC 7240). */
const wantsJob = (prefer: string | undefined): boolean => /(^|,)\s*respond-async\s*(,|;|$)/i.test(prefer ?? "");

function askedOf(req: Request, res: Response): Asked {
  return {
    body: req.body,
    params: req.params as Record<string, string>,
    requestId: res.locals["requestId"] as string,
    signal: (limit) => abortedWith(res, limit),
    note: (facts) => (res.locals["logged"] = { ...res.locals["logged"], ...facts }),
  };
}

async function stream(events: AsyncIterable<ServerEvent>, res: Response): Promise<void> {
  res.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store" }).flushHeaders();
  const alive = setInterval(() => res.write(": still here\n\n"), KEEP_ALIVE_MS);
  try {
    for await (const { event, data } of events) {
      res.write(`event: ${event}\ndata: `);
      await writeJson(data, res);
      res.write("\n\n");
    }
  } finally {
    clearInterval(alive);
    res.end();
  }
}

/** Stores the work as a job and answers where it is. */
async function submit({ kind, when }: OperationJob, input: unknown, jobs: Parts["jobs"], res: Response): Promise<void> {
  const { id } = await jobs.submit(kind, input);
  res.status(202).location(`/v1/jobs/${id}`);
  if (when === "asked") res.set("Preference-Applied", "respond-async");
  res.json(await jobs.get(id));
}

/** Work by item is answered when it is done, or at once with a job where the caller prefers that. */
async function answerItems(work: ItemWork, req: Request, res: Response, { pool, jobs }: Parts): Promise<void> {
  const { job } = work.operation;
  if (job && wantsJob(req.get("prefer"))) {
    // What is wrong with the whole request is said at once rather than by a job that fails later.
    work.prepare(req.body);
    await submit(job, req.body, jobs, res);
    return;
  }
  const answered = await workOnPool(work, req.body, pool, { signal: abortedWith(res) });
  if (!res.destroyed) res.json(answered);
}

function handlerOf(work: Work, parts: Parts): RequestHandler {
  return async (req, res) => {
    if ("perItem" in work) return answerItems(work, req, res, parts);
    if ("events" in work) return stream(await work.events(askedOf(req, res), parts), res);
    if ("jobInput" in work) return submit(work.operation.job!, work.jobInput(req.body), parts.jobs, res);
    const { kind, method } = work.operation;
    if (method === "get") res.set("Cache-Control", "no-store");
    const answered = await work.answer(askedOf(req, res), parts);
    if (kind === "empty") res.status(204).end();
    else await sendJson(answered, res);
  };
}

/** /v1/jobs/{id} as express writes it. */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** The addresses of all operations; other methods there are told which ones there are. */
export function operationsRouter(works: readonly Work[], parts: Parts): Router {
  const router = Router();
  const methods = new Map<string, string[]>();
  for (const work of works) {
    const { method, path, request } = work.operation;
    const at = expressPath(path);
    methods.set(at, [...(methods.get(at) ?? []), method.toUpperCase()]);
    router[method](at, ...(request ? jsonBody(request.limit) : []), handlerOf(work, parts));
  }
  for (const [path, allowed] of methods)
    router.all(path, (req) => {
      throw new Problem(405, `${req.path} takes ${allowed.join(" and ")} only`, { Allow: allowed.join(", ") });
    });
  return router;
}
