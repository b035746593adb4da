import assert from "node:assert/strict";
import { open, seal } from "../../server/compute/sealed.ts";
import { openApi } from "../../server/http/openapi.ts";
import { works } from "../../server/operations/index.ts";
import { partsOf } from "../../shared/operations/operation.ts";
import { toyShop, toyShopRequest } from "../../shared/demo/toy-shop.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

const operations = works.map(({ operation }) => operation);

describe("the list of operations", () => {
  it("says of each who may call it, and of each part of its path what it means", () => {
    for (const { id, path, method, roles, tool, parameters = {}, request } of operations) {
      assert.deepEqual(Object.keys(parameters), partsOf(path), id);
      assert.equal(roles.length === 0, !path.startsWith("/v1/"), `${id}: open to all only outside /v1`);
      if (method !== "get" && id !== "compute") assert.ok(!roles.includes("viewer"), `${id}: a viewer changes nothing`);
      assert.equal(request !== undefined, method === "post" || method === "put", id);
      if (tool) assert.notEqual(method, "put", `${id}: an agent replaces nothing`);
    }
  });

  it("names each operation, each job and each method of a path once", () => {
    for (const names of [
      operations.map(({ id }) => id),
      operations.map(({ method, path }) => `${method} ${path}`),
      operations.flatMap(({ job }) => job?.kind ?? []),
    ])
      assert.equal(new Set(names).size, names.length);
  });

  it("cuts a request into parts that are JSON, and puts the same answer together from them", () => {
    const body = JSON.parse(JSON.stringify(toyShopRequest(toyShop()))) as object;
    for (const work of works.filter((each) => "perItem" in each)) {
      const { shared } = work.prepare(body);
      const sealed = seal(shared);
      assert.deepEqual(seal(open(sealed)), sealed, work.operation.id);
      assert.equal(seal(work.prepare(body).shared).hash, sealed.hash);
      assert.throws(() => open({ ...seal({ other: 1 }), json: seal({ other: 2 }).json }), /its hash is another/);
    }
  });
});

describe("an operation's address", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it("takes the methods it has and names them to others", async () => {
    const { paths } = openApi([], { version: "1", publicUrl: server.url }) as { paths: Record<string, object> };
    for (const [path, item] of Object.entries(paths)) {
      const methods = Object.keys(item).filter((key) => key !== "parameters");
      const allow = methods.map((method) => method.toUpperCase()).join(", ");
      const response = await fetch(server.url + path.replaceAll(/[{}]/g, ""), { method: "PATCH" });
      assert.deepEqual([response.status, response.headers.get("allow")], [405, allow], path);
    }
  });

  it("refuses fields that are none, and a replay names the rows it could not read", async () => {
    const item = { sku: "A", on_hand: 0, lead_time_days: 14, cost: 2 };
    const body = {
      today: "2026-11-23",
      period: "week",
      items: [item, { ...item, sku: "B", mqo: 3 }],
      history: { A: Array<number>(60).fill(5), B: [] },
    };
    const detail = async (path: string, more: object): Promise<string> => {
      const response = await server.post(path, { ...body, ...more });
      assert.equal(response.status, 400);
      return ((await response.json()) as { detail: string }).detail;
    };
    assert.equal(
      await detail("/v1/reorder", { settings: { holding_rat: 0.2 } }),
      'settings: "holding_rat" is not a field of the settings; the nearest there is is "holding_rate"',
    );
    assert.match(
      await detail("/v1/replay", { period_s: 4 }),
      /^"period_s" is not a field of a replay's request; .*"periods?"/,
    );
    assert.match(await detail("/v1/models", {}), /is not a field of a training's request/);
    const replay = (await (await server.post("/v1/replay", body)).json()) as { left_out: object[] };
    assert.deepEqual(replay.left_out, [
      { sku: "B", reason: 'could not be read: "mqo" is not a field of an item; the nearest there is is "moq"' },
    ]);
  });
});
