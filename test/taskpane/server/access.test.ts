import assert from "node:assert/strict";
import { keepToken, tokenHeader } from "../../../addin/access-token.ts";
import { createAccess } from "../../../addin/taskpane/server/access.ts";
import type { Fetch } from "../../../addin/taskpane/server/call.ts";
import { NoServer } from "../../../addin/taskpane/work/trouble.ts";

/** A server that answers only to one token, and what it was sent. */
function guarded(token: string) {
  const sent: string[] = [];
  const fetch: Fetch = async (_url, init) => {
    const { Authorization = "" } = init?.headers as Record<string, string>;
    sent.push(Authorization);
    return new Response("{}", { status: Authorization === `Bearer ${token}` ? 200 : 401 });
  };
  return { sent, fetch };
}

describe("the way into a server that asks for a token", () => {
  afterEach(() => keepToken(undefined));

  it("asks once it was refused, keeps the token that is taken and sends it from then on", async () => {
    const { sent, fetch } = guarded("right-1");
    const access = createAccess(fetch);
    assert.deepEqual(access.store.get(), { asked: false, fault: "" });
    await access.check();
    assert.equal(access.store.get().asked, true);
    assert.equal(await access.give("wrong"), false);
    assert.match(access.store.get().fault, /does not take/);
    assert.deepEqual(await tokenHeader(), {});
    assert.equal(await access.give("  right-1 "), true);
    assert.deepEqual(access.store.get(), { asked: false, fault: "" });
    assert.equal((await access.fetch("/v1/reorder", { headers: { Prefer: "respond-async" } })).status, 200);
    assert.deepEqual(sent, ["", "Bearer wrong", "Bearer right-1", "Bearer right-1"]);
  });

  it("does not send what no header can carry", async () => {
    const { sent, fetch } = guarded("x");
    const access = createAccess(fetch);
    for (const text of ["", "two words", "line\nbreak", "schlüssel"])
      assert.equal(await access.give(text), false, text);
    assert.deepEqual(sent, []);
  });

  it("does not ask where the server does not answer, or lets everyone in", async () => {
    const away = createAccess(() => Promise.reject(new TypeError("Failed to fetch")));
    await away.check();
    assert.equal(away.store.get().asked, false);
    await assert.rejects(away.give("token"), NoServer);
    const open = createAccess(async () => new Response("{}"));
    await open.check();
    assert.equal(open.store.get().asked, false);
  });

  it("uses the storage of Excel's runtime before the browser's, and does without any", async () => {
    const [office, browser] = [new Map<string, string>(), new Map<string, string>()];
    const storage = (texts: Map<string, string>) => ({
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
      removeItem: (key: string) => void texts.delete(key),
    });
    const globals = globalThis as Record<string, unknown>;
    const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
    Object.defineProperty(globalThis, "localStorage", { configurable: true, value: storage(browser) });
    try {
      await keepToken("a");
      assert.deepEqual([[...office.values()], [...browser.values()]], [[], ["a"]]);
      globals["OfficeRuntime"] = { storage: storage(office) };
      await keepToken("b");
      assert.deepEqual([[...office.values()], [...browser.values()]], [["b"], ["a"]]);
      assert.deepEqual(await tokenHeader(), { Authorization: "Bearer b" });
      const blocked = (): never => {
        throw new Error("storage is blocked");
      };
      globals["OfficeRuntime"] = { storage: { getItem: blocked, setItem: blocked, removeItem: blocked } };
      await keepToken("c");
      assert.deepEqual(await tokenHeader(), { Authorization: "Bearer c" });
    } finally {
      delete globals["OfficeRuntime"];
      if (before) Object.defineProperty(globalThis, "localStorage", before);
      else delete globals["localStorage"];
    }
  });
});
