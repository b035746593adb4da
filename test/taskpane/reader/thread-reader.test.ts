import assert from "node:assert/strict";
import { localReader } from "../../../addin/taskpane/reader/local-reader.ts";
import type { Ask, Reply } from "../../../addin/taskpane/reader/protocol.ts";
import { threadReader } from "../../../addin/taskpane/reader/thread-reader.ts";
import { settingsFrom } from "../../../addin/taskpane/settings/settings.ts";
import type { ReadingStep } from "../../../addin/workbook/port.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";

const WISHES = { corrections: {}, settings: settingsFrom(undefined), answers: {}, today: "2026-03-02" };

/** A thread that keeps what it is told and answers each time `hears` says so. */
class FakeWorker extends EventTarget {
  readonly told: Ask[] = [];
  ended = false;

  constructor(private readonly hears: (ask: Ask) => boolean) {
    super();
  }

  postMessage(ask: Ask & { readonly id: number }): void {
    this.told.push(ask);
    if (!this.hears(ask)) return;
    const data: Reply = { id: ask.id, answer: undefined };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }

  terminate(): void {
    this.ended = true;
  }
}

const sheet = (name: string, rows: number, width: number): Sheet => ({
  name,
  rows: Array.from({ length: rows }, (_, i) => Array.from({ length: width }, (_, c) => i + c)),
});

function started(hears: (ask: Ask) => boolean = () => true) {
  const workers: FakeWorker[] = [];
  const reader = threadReader(() => {
    const worker = new FakeWorker(hears);
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { reader, workers };
}

describe("the reader's thread", () => {
  it("is handed sheets in parts of so many cells, and tells of each", async () => {
    const { reader, workers } = started();
    const steps: ReadingStep[] = [];
    const sheets = [sheet("Items", 10, 3), sheet("Sales", 50_000, 8)];
    await reader.find(sheets, "2026-03-02", { progress: (step) => void steps.push(step) });
    const { told } = workers[0]!;
    const parts = told.flatMap((ask) => (ask.do === "rows" ? [ask.rows] : []));
    assert.ok(parts.every((rows) => rows.length * 8 <= 20_000));
    assert.deepEqual(
      parts.flat(),
      sheets.flatMap(({ rows }) => rows),
    );
    assert.equal(told.at(-1)?.do, "find");
    assert.equal(steps.length, parts.length);
    assert.deepEqual(steps.at(-1), { sheet: "Sales", done: 50_000, rows: 50_000, share: 1 });
    assert.ok(steps.every(({ share }, i) => share > (steps[i - 1]?.share ?? 0)));
  });

  for (const at of ["rows", "find"] as const)
    it(`ends where the reading is given up, while it is asked to take ${at}`, async () => {
      const stop = new AbortController();
      // Deaf at that point, as one that is busy.
      const { reader, workers } = started((ask) => ask.do !== at || workers.length > 1);
      const read = reader.find([sheet("Sales", 50_000, 8)], "2026-03-02", { signal: stop.signal });
      const refused = assert.rejects(read, { name: "AbortError" });
      while (workers[0]?.told.at(-1)?.do !== at) await new Promise((resolve) => setTimeout(resolve));
      stop.abort();
      await refused;
      assert.ok(workers[0].ended);
      await assert.rejects(reader.look(WISHES), /must be read again: it was not read to its end/);
      await reader.find([sheet("Sales", 5, 8)], "2026-03-02");
      assert.equal(workers.length, 2);
      assert.ok(!workers[1]!.ended);
    });

  it("finds in parts what is found in one", async () => {
    // The same code answers in the thread: what goes over in parts must come to the same sheets.
    const { reader, workers } = started();
    const sheets = [sheet("Sales", 7_000, 8)];
    await reader.find(sheets, "2026-03-02");
    const [first] = workers[0]!.told.flatMap((ask) => (ask.do === "sheet" ? [ask.sheet] : []));
    const rows = workers[0]!.told.flatMap((ask) => (ask.do === "rows" ? ask.rows : []));
    const [one, other] = [localReader(), localReader()];
    await one.find(sheets, "2026-03-02");
    await other.find([{ ...first!, rows }], "2026-03-02");
    assert.deepEqual(await other.look(WISHES), await one.look(WISHES));
  });
});
