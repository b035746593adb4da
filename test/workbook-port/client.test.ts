import assert from "node:assert/strict";
import { MessageChannel } from "node:worker_threads";
import { createBrowserWorkbook } from "../../addin/workbook/grid/client.ts";
import { UserError } from "../../shared/define/errors.ts";
import { browserHost } from "./grid-host.ts";

describe("the link between task pane and grid", () => {
  it("fails in time where nobody answers", async () => {
    const { port1, port2 } = new MessageChannel();
    const port = createBrowserWorkbook(port1 as unknown as MessagePort, 30);
    await assert.rejects(
      port.selection(),
      (error) => error instanceof UserError && /does not answer/.test(error.message),
    );
    port1.close();
    port2.close();
  });

  it("tells the user's errors from faults, and answers each question by itself", async () => {
    const { port1, port2 } = new MessageChannel();
    port2.on("message", ({ id, call }: { id: number; call: string }) => {
      if (call === "selection") setTimeout(() => port2.postMessage({ id, answer: { sheet: "S", address: "A1" } }), 20);
      else port2.postMessage({ id, error: { message: `${call} failed`, user: call === "show" } });
    });
    const port = createBrowserWorkbook(port1 as unknown as MessagePort);
    const [where, shown, read] = await Promise.allSettled([port.selection(), port.show("x"), port.readSheet("x")]);
    assert.deepEqual(where, { status: "fulfilled", value: { sheet: "S", address: "A1" } });
    assert.ok(shown.status === "rejected" && shown.reason instanceof UserError);
    assert.ok(read.status === "rejected" && !(read.reason instanceof UserError));
    port1.close();
    port2.close();
  });

  it("reads so many cells at a time, blank ones too", async () => {
    const { port1, port2 } = new MessageChannel();
    const [rows, columns] = [50_000, 26];
    const asked: [number, number][] = [];
    port2.on("message", ({ id, call, arguments: args }: { id: number; call: string; arguments: unknown[] }) => {
      const [, first = 0, count = 0] = args as [string, number?, number?];
      if (call === "readRows") asked.push([first, count]);
      const part = Array.from({ length: Math.min(count, rows - first) }, (_, i) =>
        first + i < 40_000 ? [first + i] : [],
      );
      const answers = { sheetSize: { name: "Sales", rows, columns }, readRows: part };
      port2.postMessage({ id, answer: answers[call as keyof typeof answers] });
    });
    const port = createBrowserWorkbook(port1 as unknown as MessagePort);
    const sheet = await port.readSheet("sales");
    assert.deepEqual(sheet, { name: "Sales", rows: Array.from({ length: 40_000 }, (_, i) => [i]) });
    assert.ok(asked.every(([, count]) => count * columns <= 10_000));
    assert.deepEqual(
      asked.map(([first]) => first),
      asked.map((_, i) => i * asked[0]![1]),
    );
    port1.close();
    port2.close();
  });

  it("does not take back more than its own writing", async () => {
    const host = browserHost();
    try {
      const spec = { title: [], frozenColumns: 0, filter: false, highlights: [], charts: [] } as const;
      const sheet = { ...spec, name: "Own", columns: [{ header: "A", width: 9, kind: "text" as const }], rows: [] };
      const { undo } = await host.port.writeSheets([sheet], "Own");
      host.enter("Sheet1", "A1", "mine");
      await assert.rejects(undo!(), (error) => error instanceof UserError && /Ctrl\+Z/.test(error.message));
      assert.deepEqual((await host.port.readSheet("Sheet1"))!.rows, [["mine"]]);
    } finally {
      host.close();
    }
  });

  it("writes a sheet while another that is shown is locked, and none where all is read-only", async () => {
    const host = browserHost();
    try {
      const spec = { title: [], frozenColumns: 0, filter: false, highlights: [], charts: [] } as const;
      const sheet = { ...spec, name: "Own", columns: [{ header: "A", width: 9, kind: "text" as const }], rows: [] };
      host.lock("Sheet1");
      await host.port.writeSheets([sheet], "Own");
      assert.deepEqual((await host.port.readSheet("Own"))!.rows, [["A"]]);
      host.model.updateMode("readonly");
      await assert.rejects(
        host.port.writeSheets([sheet], "Own"),
        (error) => error instanceof UserError && /read-only/.test(error.message),
      );
    } finally {
      host.close();
    }
  });
});
