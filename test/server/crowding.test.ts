import assert from "node:assert/strict";
import express from "express";
import type { AddressInfo } from "node:net";
import { crowding } from "../../server/http/crowding.ts";
import { problems } from "../../server/http/problem.ts";
import { openLog } from "../../server/log.ts";

describe("too many requests at once", () => {
  it("are asked to wait: 429 for one client, 503 for all", async () => {
    const app = express();
    app.use(crowding({ aClient: 2, inAll: 3 }));
    app.get("/", (_req, res) => void setTimeout(() => res.end("done"), 200));
    app.use(problems(openLog("silent")));
    const server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const get = async (who: string): Promise<[number, string | null]> => {
      const { status, headers } = await fetch(url, { headers: { authorization: who } });
      return [status, headers.get("retry-after")];
    };
    const first = [get("a"), get("a"), get("b")];
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual(await get("a"), [503, "2"]);
    assert.deepEqual(
      (await Promise.all(first)).map(([status]) => status),
      [200, 200, 200],
    );
    const again = [get("a"), get("a")];
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual(await get("a"), [429, "1"]);
    await Promise.all(again);
    server.close();
  });
});
