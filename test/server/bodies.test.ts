import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import express from "express";
import { jsonBody } from "../../server/http/body.ts";
import { Budget } from "../../server/http/budget.ts";
import { problems } from "../../server/http/problem.ts";
import { openLog } from "../../server/log.ts";
import { Problem } from "../../server/problem.ts";

const MB = 2 ** 20;

describe("bodies", () => {
  let server: http.Server;
  let budget: Budget;
  let url = "";
  let port = 0;
  /** Holds answers back while it is there. */
  let held: Promise<void> | undefined;
  before(async () => {
    const app = express();
    budget = new Budget({ aClient: 2 * MB, inAll: 3 * MB, arriving: 4 });
    app.post("/", ...jsonBody(1.5 * MB, budget, { bytesPerSecond: 1000, afterMs: 1500 }), async (req, res) => {
      await held;
      res.json({ bytes: (req.body as Uint8Array).length });
    });
    app.use(problems(openLog("silent")));
    server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
    url = `http://127.0.0.1:${port}/`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  afterEach(async () => {
    held = undefined;
    for (let i = 0; i < 100 && budget.total > 0; i++) await sleep(20);
    assert.equal(budget.total, 0, "all of the budget is given back");
  });

  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const answer = (await response.json()) as { bytes?: number; detail?: string };
    return [response.status, answer.bytes ?? answer.detail] as const;
  };

  it("come plain or packed, and count unpacked", async () => {
    const text = JSON.stringify({ text: "ä".repeat(1000) });
    const bytes = Buffer.byteLength(text);
    assert.deepEqual(await post(text), [200, bytes]);
    for (const [encoding, pack] of [
      ["gzip", gzipSync],
      ["deflate", deflateSync],
      ["br", brotliCompressSync],
    ] as const)
      assert.deepEqual(await post(Uint8Array.from(pack(text)), { "content-encoding": encoding }), [200, bytes]);
    const bomb = Uint8Array.from(gzipSync(JSON.stringify("x".repeat(20 * MB))));
    assert.equal((await post(bomb, { "content-encoding": "gzip" }))[0], 413);
    assert.deepEqual(await post("{}", { "content-encoding": "gzip" }), [400, "the body cannot be unpacked"]);
    assert.equal((await post("{}", { "content-encoding": "constructor" }))[0], 415);
  });

  it("come in UTF-8 alone", async () => {
    assert.equal((await post("{}", { "content-type": "application/json; charset=UTF-8" }))[0], 200);
    for (const charset of ["utf-7", "utf-16", "latin1"])
      assert.deepEqual(await post("{}", { "content-type": `application/json; charset=${charset}` }), [
        415,
        "send the body in UTF-8",
      ]);
  });

  it("are refused at the first limit, before they are there", async () => {
    const [socket, answer] = open(10 * MB);
    assert.match(await answer, /413/, "by its length alone");
    socket.destroy();
    const [deep, deepAnswer] = open(MB);
    deep.write("[".repeat(20));
    assert.match(await deepAnswer, /400.*must not nest/s, "by its first bytes");
    deep.destroy();
  });

  /** A request of so many bytes of which only the head is sent. */
  function open(length: number, token = "a"): readonly [net.Socket, Promise<string>] {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
    );
    return [socket, once(socket, "data").then(([data]) => String(data))];
  }

  it("that come too slowly are given up, and hold nobody up meanwhile", async () => {
    const slow = [0, 1, 2].map(() => open(MB));
    for (const [socket] of slow) socket.write('{"a":');
    await sleep(100);
    assert.deepEqual(await post("{}"), [200, 2]);
    assert.deepEqual(
      (await Promise.all(slow.map(([, answer]) => answer))).map((answer) => answer.slice(9, 12)),
      ["408", "408", "408"],
    );
  });

  it("find no room beyond what one client and all may hold, until others are answered", async () => {
    let answerAll = (): void => undefined;
    held = new Promise((resolve) => (answerAll = resolve));
    const big = JSON.stringify("x".repeat(1.2 * MB));
    const first = [post(big, { authorization: "a" }), post(big, { authorization: "b" })];
    for (let i = 0; i < 200 && budget.total < 2.4 * MB; i++) await sleep(10);
    assert.equal((await post(JSON.stringify("x".repeat(MB)), { authorization: "a" }))[0], 503, "of all");
    answerAll();
    assert.deepEqual(
      (await Promise.all(first)).map(([status]) => status),
      [200, 200],
    );
  });

  it("of one client are told apart from all", () => {
    const small = new Budget({ aClient: 10, inAll: 15, arriving: 2 });
    const status = (work: () => unknown): number | undefined => {
      try {
        work();
        return undefined;
      } catch (error) {
        return (error as Problem).status;
      }
    };
    const one = small.hold("a", 0);
    one.add(8);
    assert.equal(
      status(() => one.add(3)),
      429,
    );
    const two = small.hold("b", 0);
    assert.equal(
      status(() => two.add(8)),
      503,
    );
    assert.equal(
      status(() => small.hold("c", 0)),
      503,
      "too many arrive",
    );
    one.arrived();
    assert.equal(
      status(() => small.hold("c", 9)),
      503,
      "by its length",
    );
    one.free();
    one.free();
    assert.equal(small.total, 0);
    assert.equal(
      status(() => two.add(10)),
      undefined,
    );
  });
});
