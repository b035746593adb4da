import assert from "node:assert/strict";
import http from "node:http";
import { readConfig } from "../../server/config.ts";
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
    server = await startServer({ API_TOKENS: "secret-one,secret-two", PUBLIC_URL: "https://lotwise.example.com" });
  });
  after(() => server.close());
  const call = { calls: [{ function: "EOQ", args: [1, 1, 1] }] };
  const token = { authorization: "Bearer secret-two" };

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
    assert.equal(readConfig({ HOST: "0.0.0.0", TLS_CERT: "c", TLS_KEY: "k", API_TOKENS: "t" }).loopback, false);
    assert.throws(() => readConfig({ PORT: "abc" }), /PORT/);
    assert.throws(() => readConfig({ PUBLIC_URL: "http://plain.example" }), /PUBLIC_URL/);
  });
});
