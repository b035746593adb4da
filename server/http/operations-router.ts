import { Router, type Request, type RequestHandler, type Response } from "express";
import type { Operation } from "../../shared/operations/operation.ts";
import { workOnPool } from "../compute/work-on-pool.ts";
import { JsonText } from "../json-text.ts";
import type { Asked, ItemWork, Parts, QueuedWork, ServerEvent, Work } from "../operations/work.ts";
import { Problem } from "../problem.ts";
import { abortedWith } from "./aborted.ts";
import { jsonBody } from "./body.ts";
import { Budget } from "./budget.ts";
import { crowding, REQUESTS, STREAMS } from "./crowding.ts";
import { sendJson, writeJson } from "./send-json.ts";

/** Proxies and browsers close a connection that stays silent. */
const KEEP_ALIVE_MS = 15_000;

/** How long somebody may wait for an answer that a job would bring too. */
const LONGEST_MS = 10 * 60_000;

const NOTHING = new Uint8Array();

/** Whether the caller asked not to wait (RFC 7240). */
const wantsJob = (prefer: string | undefined): boolean => /(^|,)\s*respond-async\s*(,|;|$)/i.test(prefer ?? "");

function askedOf(req: Request, res: Response): Asked {
  return {
    body: (req.body as Uint8Array | undefined) ?? NOTHING,
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

/** Stores the work as a job and answers where it is; what is wrong with the whole is said at once, not by the job later. */
async function submit(work: ItemWork | QueuedWork, req: Request, res: Response, { pool, jobs }: Parts): Promise<void> {
  const { id: operation, job } = work.operation;
  const { kind, when } = job!;
  const body = await pool.check(operation, req.body as Uint8Array, abortedWith(res));
  const { id } = await jobs.submit(kind, body);
  res.status(202).location(`/v1/jobs/${id}`);
  if (when === "asked") res.set("Preference-Applied", "respond-async");
  res.json(await jobs.get(id));
}

/** Work by item is answered when it is done, or at once with a job where the caller prefers that. */
async function answerItems(work: ItemWork, req: Request, res: Response, parts: Parts): Promise<void> {
  if (work.operation.job && wantsJob(req.get("prefer"))) return submit(work, req, res, parts);
  const signal = abortedWith(res, LONGEST_MS);
  await sendJson(JsonText.of(await workOnPool(work, req.body as Uint8Array, parts.pool, { signal })), res);
}

function handlerOf(work: Work, parts: Parts): RequestHandler {
  return async (req, res) => {
    if ("perItem" in work) return answerItems(work, req, res, parts);
    if ("events" in work) return stream(await work.events(askedOf(req, res), parts), res);
    if ("check" in work) return submit(work, req, res, parts);
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
  const budget = new Budget();
  const crowds = { requests: crowding(REQUESTS), streams: crowding(STREAMS) };
  /** What is asked of a request before its work begins; its body comes first, since until then it holds nobody up. */
  const before = ({ kind, path, request }: Operation): RequestHandler[] => [
    ...(request ? jsonBody(request.megabytes * 2 ** 20, budget) : []),
    ...(path.startsWith("/v1/") ? [kind === "events" ? crowds.streams : crowds.requests] : []),
  ];
  for (const work of works) {
    const { method, path } = work.operation;
    const at = expressPath(path);
    methods.set(at, [...(methods.get(at) ?? []), method.toUpperCase()]);
    router[method](at, ...before(work.operation), handlerOf(work, parts));
  }
  for (const [path, allowed] of methods)
    router.all(path, (req) => {
      throw new Problem(405, `${req.path} takes ${allowed.join(" and ")} only`, { Allow: allowed.join(", ") });
    });
  return router;
}
