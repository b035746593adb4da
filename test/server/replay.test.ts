import assert from "node:assert/strict";
import type { JobView } from "../../server/jobs/job.ts";
import type { Replay } from "../../shared/purchasing/replay/replay.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

const request = (count: number, more: object = {}): object => ({
  today: "2026-11-23",
  period: "week",
  items: Array.from({ length: count }, (_, i) => ({ sku: `S${i}`, on_hand: 0, lead_time_days: 21, cost: 2 })),
  history: Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`S${i}`, Array.from({ length: 90 }, (_, t) => ((t * (i + 3)) % 7) * 2)]),
  ),
  settings: { order_cost: 3, holding_rate: 0.2, currency: "EUR" },
  ...more,
});

describe("POST /v1/replay", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it("replays every item, the same in one go and as a job", async () => {
    const direct = (await (await server.post("/v1/replay", request(12))).json()) as Replay;
    // Two of them never sell: t (i + 3) is a multiple of 7.
    assert.deepEqual([direct.items.length, direct.left_out.length], [10, 2]);
    assert.equal(direct.periods, 45);
    assert.ok(direct.today.total > 0 && direct.lotwise.total > 0);
    const response = await server.post("/v1/replay", request(12), { prefer: "respond-async" });
    assert.equal(response.status, 202);
    const where = server.url + response.headers.get("location")!;
    const events = await (await fetch(`${where}/events`)).text();
    assert.match(events, /^event: done$/m);
    const view = (await (await fetch(where)).json()) as JobView;
    assert.equal(view.status, "done");
    assert.match(view.message, /^12 of 12 items replayed$/);
    assert.deepEqual(view.result, direct);
  });

  it("refuses what makes no sense, at once", async () => {
    for (const headers of [{}, { prefer: "respond-async" }]) {
      const response = await server.post("/v1/replay", request(2, { periods: 2 }), headers);
      assert.equal(response.status, 400);
      assert.match(await response.text(), /periods: must be a whole number from 4 to 1000/);
    }
  });

  it("takes POST only", async () => {
    assert.equal((await fetch(`${server.url}/v1/replay`)).status, 405);
  });
});
