import assert from "node:assert/strict";
import { startServer, type RunningServer } from "../../harness/server.ts";
import { smallTable } from "./tables.ts";

interface Job {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly message: string;
  readonly details?: { readonly curve: readonly { step: number; validation: number; training?: number }[] };
  readonly result?: {
    readonly name: string;
    readonly version: string | null;
    readonly says: string;
    readonly card: { better: boolean; horizon: number };
  };
  readonly error?: { readonly message: string };
}

describe("trained models over HTTP", function () {
  this.timeout(120_000);
  let server: RunningServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  const get = async (path: string): Promise<{ status: number; body: never }> => {
    const response = await fetch(server.url + path);
    return { status: response.status, body: (await response.json()) as never };
  };
  const start = async (body: object): Promise<Job> => {
    const response = await server.post("/v1/models", body);
    assert.equal(response.status, 202);
    const job = (await response.json()) as Job;
    assert.equal(response.headers.get("location"), `/v1/jobs/${job.id}`);
    return job;
  };
  /** Every event of the job to its end. */
  async function follow(id: string, seen: (job: Job) => void = () => undefined): Promise<Job> {
    const response = await fetch(`${server.url}/v1/jobs/${id}/events`);
    const events = (await response.text()).split("\n\n").flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? []);
    const jobs = events.map((data) => JSON.parse(data) as Job);
    jobs.forEach(seen);
    return jobs.at(-1)!;
  }

  it("has none before one is trained, and makes no database to say so", async () => {
    assert.deepEqual((await get("/v1/models")).body, { models: [] });
    assert.equal((await get("/v1/models/shop")).status, 404);
    const [cell, listed] = await server.compute([
      { function: "FORECAST_LSTM", args: [[[1], [2], [3]], 2, 1, null, "shop@1"] },
      { function: "MODELS", args: [] },
    ]);
    assert.match(cell!.error!.message, /^model: there is no model shop; none is trained yet/);
    assert.equal((listed!.value as unknown[]).length, 1);
  });

  it("trains with a live loss curve, and says at the end how it did", async () => {
    const { id } = await start({ name: "shop", season: 12, horizon: 6, series: smallTable() });
    let longest = 0;
    const last = await follow(id, ({ details }) => (longest = Math.max(longest, details?.curve.length ?? 0)));
    assert.equal(last.status, "done", last.error?.message);
    assert.ok(longest >= 2, "the curve grew while it trained");
    assert.ok(last.details!.curve.every(({ validation }) => validation > 0));
    const { version, says, card, name } = last.result!;
    assert.equal(name, "shop");
    assert.equal(version, card.better ? "shop@1" : null);
    assert.match(says, card.better ? /^Use shop@1/ : /^Keep what you have/);
    assert.match(says, /On the last 6 periods, which training never saw, .*FORECAST_BEST/);
    const { models } = (await get("/v1/models")).body as {
      models: { name: string; current: string | null; stale: boolean }[];
    };
    assert.deepEqual(
      models.map(({ name: n, current, stale }) => [n, current, stale]),
      [["shop", version, false]],
    );
  });

  it("names what is wrong with a request", async () => {
    const wrong: [object, RegExp][] = [
      [{ name: "Shop 1", series: smallTable(1) }, /^name: must be a lower-case letter/],
      [{ name: "forecast", series: smallTable(1) }, /"forecast" is the pretrained network's/],
      [{ name: "shop", series: {} }, /^series: must hold 1 to 20,000 histories; got 0/],
      [{ name: "shop", series: { A: [1, "x"] } }, /^series: value 2 of A must be a number, or null/],
      [{ name: "shop", horizon: 0, series: smallTable(1) }, /^horizon: must be a whole number from 1 to 1000/],
      [{ name: "shop", season: 1.5, series: smallTable(1) }, /^season: must be/],
    ];
    for (const [body, says] of wrong) {
      const response = await server.post("/v1/models", body);
      assert.equal(response.status, 400);
      assert.match(((await response.json()) as { detail: string }).detail, says);
    }
    const { id } = await start({ name: "short", horizon: 12, series: { A: [5], B: [1, 2, 3] } });
    const { status, error } = await follow(id);
    assert.equal(status, "failed");
    assert.match(error!.message, /^series: at least one must have 31 periods of changing demand/);
  });

  it("takes newer series, and says that the model has not learnt from them yet", async () => {
    const put = (name: string, body: object) =>
      fetch(`${server.url}/v1/models/${name}/series`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const response = await put("shop", { series: smallTable(8, 66) });
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as { stale: boolean }).stale, true);
    assert.equal((await put("nobody", { series: smallTable(1) })).status, 404);
    assert.equal((await put("shop", { series: 3 })).status, 400);
  });

  it("is cancelled within a second, and keeps nothing of it", async () => {
    const { id } = await start({ name: "big", season: 12, series: smallTable(2000, 200) });
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await get(`/v1/jobs/${id}`);
      if ((body as Job).progress > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const begun = performance.now();
    const response = await fetch(`${server.url}/v1/jobs/${id}`, { method: "DELETE" });
    assert.equal(((await response.json()) as Job).status, "cancelled");
    assert.equal((await follow(id)).status, "cancelled");
    assert.ok(performance.now() - begun < 1000);
    assert.equal((await get("/v1/models/big")).status, 404);
    assert.deepEqual(server.faults, []);
  });

  it("erases a model with its table and versions", async () => {
    const erased = await fetch(`${server.url}/v1/models/shop`, { method: "DELETE" });
    assert.equal(erased.status, 204);
    assert.equal((await get("/v1/models/shop")).status, 404);
    assert.equal((await fetch(`${server.url}/v1/models/shop`, { method: "DELETE" })).status, 404);
    const database = await server.jobs.database();
    const { rows } = await database!.query("SELECT job FROM lotwise.job_inputs");
    assert.deepEqual(rows, [], "nor is the table kept with the jobs that learnt from it");
  });
});
