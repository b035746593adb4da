import assert from "node:assert/strict";
import http from "node:http";
import { readConfig } from "../../server/config.ts";
import { Slowdown } from "../../server/http/slowdown.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

/** fetch() sets Host itself; a plain request may say anything. */
function statusWith(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    http.get(`${url}/health`, { headers }, (res) => resolve(res.resume().statusCode ?? 0)).on("error", reject);
  });
}

describe("the server's borders", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer({
      API_TOKENS: "0f1e2d3c4b5a69788796a5b4c3d2e1f0,ann:q1w2e3r4t5y6u7i8o9p0a1s2d3",
      PUBLIC_URL: "https://lotwise.example.com",
    });
  });
  after(() => server.close());
  const call = { calls: [{ function: "EOQ", args: [1, 1, 1] }] };
  const token = { authorization: "Bearer q1w2e3r4t5y6u7i8o9p0a1s2d3" };

  it("answers only to its own names", async () => {
    assert.equal(await statusWith(server.url, { host: "evil.example" }), 421);
    assert.equal(await statusWith(server.url, { host: "localhost:1234" }), 200);
    assert.equal(await statusWith(server.url, { host: "lotwise.example.com" }), 200);
  });

  it("refuses pages of another origin and lets its own in", async () => {
    for (const origin of ["https://evil.example", "null", "http://localhost.evil.example", "http://localhost:9"])
      assert.equal((await server.post("/v1/compute", call, { origin, ...token })).status, 403, origin);
    for (const origin of [server.url, "https://localhost:3443", "https://lotwise.example.com"])
      assert.equal((await server.post("/v1/compute", call, { origin, ...token })).status, 200, origin);
  });

  it("asks for a token where tokens are set", async () => {
    assert.equal((await server.post("/v1/compute", call)).status, 401);
    assert.equal((await server.post("/v1/compute", call, { authorization: "Bearer secret" })).status, 401);
    assert.equal((await server.post("/v1/compute", call, token)).status, 200);
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
  });

  it("answers wrong tokens ever later, and a right one at once", async () => {
    const slowed = new Slowdown();
    const waits: number[] = [];
    let refused = 0;
    const began = performance.now();
    const wrong = Array.from({ length: 60 }, () =>
      slowed.wait("192.0.2.1").then(
        () => waits.push(performance.now() - began),
        () => (refused += 1),
      ),
    );
    await slowed.wait("192.0.2.2");
    assert.ok(waits.length < 10, "another address waits for nobody");
    assert.equal((await server.post("/v1/compute", call, token)).status, 200);
    await Promise.all(wrong);
    assert.ok(refused >= 30 && waits.length <= 21, `${refused} refused, ${waits.length} answered`);
  });

  it("takes tokens of at least 128 bits, with a name where one is given", () => {
    for (const short of [
      "t",
      "secret-one",
      "123456789012345678901234567890",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ])
      assert.throws(() => readConfig({ API_TOKENS: short }), /API_TOKENS.*128 bits.*npm run token/, short);
    assert.deepEqual(readConfig({ API_TOKENS: "ann:q1w2e3r4t5y6u7i8o9p0a1s2d3" }).API_TOKENS, [
      { name: "ann", token: "q1w2e3r4t5y6u7i8o9p0a1s2d3" },
    ]);
  });

  it("serves no source maps, and lets PUT through CORS", async () => {
    assert.equal((await fetch(`${server.url}/functions.js.map`)).status, 404);
    const preflight = await fetch(`${server.url}/v1/models`, { method: "OPTIONS", headers: { origin: server.url } });
    assert.match(preflight.headers.get("access-control-allow-methods") ?? "", /PUT/);
  });

  it("knows no model whose name holds NUL, and erases none", async () => {
    for (const method of ["GET", "DELETE"])
      assert.equal((await fetch(`${server.url}/v1/models/%00`, { method, headers: token })).status, 404, method);
  });

  it("is ready while nothing needs storing", async () => {
    assert.equal((await fetch(`${server.url}/ready`)).status, 200);
  });

  it("sends a strict content policy and no header that keeps Excel out", async () => {
    const { headers } = await fetch(`${server.url}/taskpane.html`);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /script-src 'self' https:\/\/appsforoffice\.microsoft\.com;/);
    assert.match(policy, /frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/);
    for (const name of [
      "x-frame-options",
      "cross-origin-opener-policy",
      "cross-origin-embedder-policy",
      "x-powered-by",
    ])
      assert.equal(headers.get(name), null, name);
    assert.equal((await fetch(`${server.url}/functions.json`)).headers.get("access-control-allow-origin"), "*");
  });

  it("never opens to others without TLS and tokens", () => {
    assert.throws(
      () => readConfig({ HOST: "0.0.0.0" }),
      /HOST=0\.0\.0\.0 would open the server to others: set TLS_CERT, TLS_KEY and API_TOKENS/,
    );
    assert.throws(() => readConfig({ HOST: "0.0.0.0", TLS_CERT: "c", TLS_KEY: "k" }), /API_TOKENS/);
    assert.equal(
      readConfig({ HOST: "0.0.0.0", TLS_CERT: "c", TLS_KEY: "k", API_TOKENS: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" })
        .loopback,
      false,
    );
    assert.throws(() => readConfig({ PORT: "abc" }), /PORT/);
    assert.throws(() => readConfig({ PUBLIC_URL: "http://plain.example" }), /PUBLIC_URL/);
  });
});
