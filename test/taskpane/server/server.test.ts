import assert from "node:assert/strict";
import { createServer } from "../../../addin/taskpane/server/server.ts";
import { createServerState } from "../../../addin/taskpane/server/server-state.ts";
import { Cancelled, NoServer, Refused, troubleOf, wakeServer } from "../../../addin/taskpane/work/trouble.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";

const request = (items: number): PlanRequest => ({
  today: "2026-11-23",
  period: "week",
  items: Array.from({ length: items }, (_, i) => ({ sku: `S${i}`, on_hand: 0, lead_time_days: 7 })),
  history: {},
  settings: { service_level: 0.95, review_days: 7, overstock_days: 180 },
});
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const plan = { lines: [], suppliers: [], exceptions: [], summary: {} };
const view = (status: string, progress: number, more = {}) => ({ id: "7", status, progress, message: "", ...more });
const event = (of: object): string => `event: x\ndata: ${JSON.stringify(of)}\n\n`;

/** An answer that arrives in pieces of a few bytes. */
function stream(text: string, then?: (controller: ReadableStreamDefaultController<Uint8Array>) => void): Response {
  const bytes = new TextEncoder().encode(text);
  return new Response(
    new ReadableStream({
      start(controller) {
        for (let i = 0; i < bytes.length; i += 5) controller.enqueue(bytes.slice(i, i + 5));
        if (then) then(controller);
        else controller.close();
      },
    }),
  );
}

interface Script {
  readonly [call: string]: (init: RequestInit) => Response | Promise<Response>;
}

function scripted(script: Script) {
  const calls: string[] = [];
  const server = createServer({
    origin: "http://here",
    wait: () => Promise.resolve(),
    fetch: async (url, init = {}) => {
      const call = `${init.method ?? "GET"} ${url}`;
      calls.push(call);
      const answer = script[call];
      if (!answer) throw new TypeError("Failed to fetch");
      return answer(init);
    },
  });
  const seen: number[] = [];
  const go = (items: number, signal = new AbortController().signal) =>
    server.plan(request(items), { signal, onProgress: ({ share }) => seen.push(share) });
  return { server, calls, seen, go };
}

describe("the pane's talk with the server", () => {
  it("plans a few items at once and many as a job with progress", async () => {
    const small = scripted({ "POST /v1/reorder": ({ headers }) => json({ ...plan, headers }) });
    assert.deepEqual(((await small.go(3)) as unknown as { headers: object }).headers, {
      "Content-Type": "application/json",
    });
    const events = `: hello\n\n${event(view("running", 0.25))}${event(view("done", 1, { result: plan }))}`;
    const large = scripted({
      "POST /v1/reorder": ({ headers }) => {
        assert.equal((headers as Record<string, string>)["Prefer"], "respond-async");
        return json(view("queued", 0), 202);
      },
      "GET /v1/jobs/7/events": () => stream(events),
    });
    assert.deepEqual(await large.go(300), plan);
    assert.deepEqual(large.seen, [0, 0.25, 1]);
  });

  it("replays as a job, however few the items, and says so", async () => {
    const events = `${event(view("running", 0.5))}${event(view("done", 1, { result: { periods: 13 } }))}`;
    const { server } = scripted({
      "POST /v1/replay": ({ headers, body }) => {
        assert.equal((headers as Record<string, string>)["Prefer"], "respond-async");
        assert.equal((JSON.parse(body as string) as { periods: number }).periods, 13);
        return json(view("queued", 0), 202);
      },
      "GET /v1/jobs/7/events": () => stream(events),
    });
    const said: string[] = [];
    const onProgress = ({ says }: { says: string }): number => said.push(says);
    const options = { signal: new AbortController().signal, onProgress };
    assert.deepEqual(await server.replay({ ...request(1), periods: 13 }, options), { periods: 13 });
    assert.deepEqual(said.slice(0, 2), ["Waiting for the server…", "Replaying on the server…"]);
  });

  it("takes a lost connection up again, and gives up where the server stays away", async () => {
    const answers = [event(view("running", 0.5)), "", event(view("done", 1, { result: plan }))];
    const accepted = () => json(view("queued", 0), 202);
    const flaky = scripted({ "POST /v1/reorder": accepted, "GET /v1/jobs/7/events": () => stream(answers.shift()!) });
    assert.deepEqual(await flaky.go(300), plan);
    const gone = scripted({ "POST /v1/reorder": accepted });
    await assert.rejects(gone.go(300), NoServer);
    assert.ok(gone.calls.length < 10);
  });

  it("cancels the job on the server too", async () => {
    const stop = new AbortController();
    const { go, calls } = scripted({
      "POST /v1/reorder": () => json(view("queued", 0), 202),
      "GET /v1/jobs/7/events": ({ signal }) =>
        stream(event(view("running", 0.5)), (controller) =>
          signal!.addEventListener("abort", () => controller.error(new Error("aborted"))),
        ),
      "DELETE /v1/jobs/7": () => json(view("cancelled", 0.5)),
    });
    const planning = go(300, stop.signal);
    setTimeout(() => stop.abort(), 5);
    await assert.rejects(planning, Cancelled);
    assert.equal(calls.at(-1), "DELETE /v1/jobs/7");
  });

  it("tells the server's own reasons", async () => {
    const problem = { title: "The request cannot be read", detail: "today: must be a date" };
    const refusing = scripted({ "POST /v1/reorder": () => json(problem, 400) });
    await assert.rejects(refusing.go(1), (error: Refused) => error.status === 400 && error.detail === problem.detail);
    const failing = scripted({
      "POST /v1/reorder": () => json(view("queued", 0), 202),
      "GET /v1/jobs/7/events": () => stream(event(view("failed", 0.1, { error: { message: "out of memory" } }))),
    });
    await assert.rejects(failing.go(300), (error: Refused) => error.detail === "out of memory");
  });

  it("says once whether the server answers", async () => {
    let up = false;
    const { server } = scripted({
      "GET /health": () => {
        if (!up) throw new TypeError("Failed to fetch");
        return json({ version: "1.2.3" });
      },
    });
    const state = createServerState(server);
    let told = 0;
    state.store.subscribe(() => told++);
    await state.ask();
    await state.ask();
    assert.match(state.store.get().says, /does not answer\. Ask whoever runs/);
    assert.equal(told, 1);
    up = true;
    await state.ask();
    assert.deepEqual(state.store.get(), { state: "ready", says: "Server ready, version 1.2.3" });
  });

  it("tells a server of this computer to be started, and another's keeper to be asked", () => {
    for (const origin of ["http://localhost:3000", "https://127.0.0.1:3443", "http://[::1]:3000", "https://localhost"])
      assert.match(wakeServer(origin), /npm start/, origin);
    for (const origin of ["https://plan.example.com", "https://localhost.example.com:3443"])
      assert.match(wakeServer(origin), /Ask whoever/, origin);
  });

  it("shows a fault of ours as a reference alone", () => {
    const shown = troubleOf(new TypeError("x is undefined"), { origin: "", logFault: () => "addin-9" });
    assert.match(shown.detail, /addin-9/);
    assert.doesNotMatch(shown.detail, /undefined/);
  });
});
