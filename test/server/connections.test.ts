import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import type { AddressInfo, Server } from "node:net";
import net from "node:net";
import tls from "node:tls";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { pino } from "pino";
import { generate } from "selfsigned";
import { abortedWith } from "../../server/http/aborted.ts";
import { closing } from "../../server/http/closing.ts";
import { problems } from "../../server/http/problem.ts";
import { requests } from "../../server/http/requests.ts";
import { TLS } from "../../server/http/tls.ts";

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

describe("connections", () => {
  it("of a client that leaves are nobody's fault", async () => {
    const lines: { level: number; msg: string }[] = [];
    const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const app = express();
    app.use(requests(log));
    app.post("/", async (_req, res) => {
      const signal = abortedWith(res);
      await new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
      );
    });
    app.use(problems(log));
    const server = http.createServer(app);
    const port = await listening(server);
    const leaving = new AbortController();
    const asked = fetch(`http://127.0.0.1:${port}/`, { method: "POST", signal: leaving.signal });
    await once(server, "request");
    leaving.abort();
    await assert.rejects(asked);
    for (let i = 0; i < 100 && lines.length < 2; i++) await sleep(20);
    assert.deepEqual(lines.map(({ msg }) => msg).sort(), ["nobody waits for the answer", "request"]);
    assert.ok(lines.every(({ level }) => level === 30));
    server.close();
  });

  it("that stand by do not hold the end, and what is under way is answered first", async function () {
    // Well under the grace that requests under way are given.
    this.timeout(4000);
    const server = http.createServer((_req, res) => void setTimeout(() => res.end("done"), 300));
    const close = closing(server);
    const port = await listening(server);
    const unused = net.connect(port, "127.0.0.1");
    const agent = new http.Agent({ keepAlive: true });
    const get = async (): Promise<string> => {
      const request = http.get({ port, agent });
      const [response] = (await once(request, "response")) as [http.IncomingMessage];
      let text = "";
      for await (const piece of response) text += String(piece);
      return text;
    };
    await get();
    assert.equal(Object.keys(agent.freeSockets).length, 1, "one connection is kept");
    const last = get();
    await sleep(50);
    await close();
    assert.equal(await last, "done");
    unused.destroy();
    agent.destroy();
  });

  it("are encrypted with forward secrecy, by TLS 1.2 at least", async () => {
    const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }]);
    const server = https.createServer({ ...TLS, cert, key }, (_req, res) => void res.end());
    const port = await listening(server);
    const shake = (options: tls.ConnectionOptions): Promise<string> =>
      new Promise((resolve) => {
        const socket = tls.connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...options }, () => {
          resolve(socket.getCipher().name);
          socket.destroy();
        });
        socket.on("error", () => resolve("refused"));
      });
    assert.match(await shake({ maxVersion: "TLSv1.2" }), /^ECDHE-/);
    assert.match(await shake({}), /^TLS_/);
    for (const ciphers of ["AES128-SHA", "AES128-GCM-SHA256", "AES256-SHA256"])
      assert.equal(await shake({ maxVersion: "TLSv1.2", ciphers }), "refused", ciphers);
    assert.equal(await shake({ minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL@SECLEVEL=0" }), "refused");
    server.close();
  });
});
