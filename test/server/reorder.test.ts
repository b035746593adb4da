import assert from "node:assert/strict";
import type { JobView } from "../../server/jobs/job.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { Replay } from "../../shared/purchasing/replay/replay.ts";
import { randomFrom } from "../../shared/numeric/random.ts";
import { planned } from "../purchasing/joint/plan-by-money.ts";
import { tinyRequest } from "../purchasing/joint/tiny-requests.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

const request = (count: number): object => ({
  today: "2026-11-23",
  period: "week",
  items: Array.from({ length: count }, (_, i) => ({
    sku: `S${i}`,
    supplier: "Acme",
    on_hand: i,
    lead_time_days: 21,
    cost: 2,
  })),
  history: Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`S${i}`, Array.from({ length: 80 }, (_, t) => 10 + ((t * (i + 3)) % 7))]),
  ),
  settings: { service_level: 0.95, review_days: 7 },
});

async function* events(response: Response): AsyncGenerator<JobView> {
  let text = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data) yield JSON.parse(data) as JobView;
    }
  }
}

describe("POST /v1/reorder", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it("plans every item, in order, the same in one go and as a job", async () => {
    const direct = (await (await server.post("/v1/reorder", request(60))).json()) as Plan;
    assert.deepEqual(
      direct.lines.map((line) => line.sku),
      Array.from({ length: 60 }, (_, i) => `S${i}`),
    );
    assert.equal(
      direct.suppliers[0]!.cost,
      direct.lines.reduce((sum, line) => sum + (line.cost ?? 0), 0),
    );

    const response = await server.post("/v1/reorder", request(60), { prefer: "respond-async" });
    assert.equal(response.status, 202);
    const where = response.headers.get("location")!;
    assert.match(where, /^\/v1\/jobs\/[0-9a-f-]{36}$/);
    const seen: JobView[] = [];
    for await (const view of events(await fetch(`${server.url}${where}/events`))) seen.push(view);
    assert.equal(seen.at(-1)!.status, "done");
    const progress = seen.map((view) => view.progress);
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
    );
    const view = (await (await fetch(server.url + where)).json()) as JobView;
    assert.deepEqual(view.result, direct);
    assert.equal(view.progress, 1);
  });

  it("plans whole orders by money, on other threads, the same as in one", async () => {
    const body = tinyRequest(randomFrom(41), 2);
    const answered = (await (await server.post("/v1/reorder", body)).json()) as Plan;
    const { plan } = planned(body);
    assert.deepEqual(answered, JSON.parse(JSON.stringify(plan)));
    assert.equal(answered.plan!.status, "optimal");
    assert.ok(answered.plan!.gap <= 0.01);
    const response = await server.post("/v1/reorder", body, { prefer: "respond-async" });
    const where = response.headers.get("location")!;
    for await (const view of events(await fetch(`${server.url}${where}/events`)))
      if (view.status === "done") assert.deepEqual((view as JobView).result ?? answered, answered);
  });

  it("plans and replays SKUs that are called as something every object has", async () => {
    const [item] = (request(1) as { items: object[] }).items;
    const past = Array.from({ length: 120 }, (_, t) => 10 + (t % 7));
    const names = ["constructor", "__proto__", "toString"];
    const body = JSON.parse(
      `{${JSON.stringify({ ...request(1), items: names.map((sku) => ({ ...item, sku })) }).slice(1, -1)},"history":{"__proto__":${JSON.stringify(past)},"toString":${JSON.stringify(past)}}}`,
    ) as object;
    const plan = (await (await server.post("/v1/reorder", body)).json()) as Plan;
    assert.deepEqual(
      plan.lines.map(({ sku, quantity }) => [sku, quantity > 0]),
      names.map((sku) => [sku, sku !== "constructor"]),
    );
    assert.match(plan.exceptions.find(({ sku }) => sku === "constructor")!.message, /^No sales history/);
    const replay = (await (await server.post("/v1/replay", body)).json()) as Replay;
    assert.deepEqual(replay.items.map(({ sku }) => sku).sort(), ["__proto__", "toString"]);
  });

  it("says at once what is wrong with the whole, as a job too", async () => {
    for (const headers of [{}, { prefer: "respond-async" }]) {
      const response = await server.post(
        "/v1/reorder",
        { ...request(1), today: "yesterday" },
        headers as Record<string, string>,
      );
      assert.equal(response.status, 400);
      assert.match(((await response.json()) as { detail: string }).detail, /^today: must be a date such as 2026-11-23/);
    }
  });

  it("cancels a job, twice with the same answer", async () => {
    const response = await server.post("/v1/reorder", request(4000), { prefer: "respond-async" });
    const where = server.url + response.headers.get("location")!;
    for (let i = 0; i < 2; i++) {
      const cancelled = await fetch(where, { method: "DELETE" });
      assert.equal(cancelled.status, 200);
      assert.equal(((await cancelled.json()) as JobView).status, "cancelled");
    }
    const results = await server.compute([{ function: "FORECAST_ETS", args: [[[5], [5], [5], [5]], 1] }]);
    assert.deepEqual(results, [{ value: [[5]] }]);
  });

  it("answers 404 as problem+json for a job there is not", async () => {
    for (const id of ["nonsense", "00000000-0000-4000-8000-000000000000"]) {
      const response = await fetch(`${server.url}/v1/jobs/${id}`);
      assert.equal(response.status, 404);
      assert.match(response.headers.get("content-type")!, /problem\+json/);
    }
  });
});
