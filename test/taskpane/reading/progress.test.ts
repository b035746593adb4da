import assert from "node:assert/strict";
import { localReader } from "../../../addin/taskpane/reader/local-reader.ts";
import { createReading } from "../../../addin/taskpane/reading/reading.ts";
import type { InSteps } from "../../../addin/workbook/port.ts";
import { fakePort } from "../fake-port.ts";

/** A workbook that is read step by step, at the pace of the test. */
function slowly() {
  const port = fakePort([{ name: "Sales", rows: [["SKU", "Date", "Quantity"]] }]);
  let step: (done: number) => void = () => undefined;
  let finish: () => void = () => undefined;
  port.readSheets = ({ progress, signal }: InSteps = {}) =>
    new Promise((resolve, reject) => {
      step = (done) => progress?.({ sheet: "Sales", done, rows: 50_000, share: done / 50_000 });
      finish = () => resolve([...port.sheets]);
      signal?.addEventListener("abort", () => reject(signal.reason as Error));
    });
  const reading = createReading({
    port,
    reader: localReader(),
    today: () => "2026-03-02",
    explain: (error) => ({ title: String(error), detail: "" }),
  });
  return { reading, step: (done: number) => step(done), finish: () => finish() };
}

describe("reading a large workbook in the pane", () => {
  it("says which sheet is read and how far it is", async () => {
    const { reading, step, finish } = slowly();
    const read = reading.read();
    step(20_000);
    const { says, share, status } = reading.store.get();
    assert.equal(says, "Reading sheet Sales, 20,000 of 50,000 rows");
    assert.equal(share, 0.2);
    assert.equal(status, "reading");
    finish();
    await read;
    assert.equal(reading.store.get().status, "ready");
  });

  it("can be given up and begun again", async () => {
    const { reading, step, finish } = slowly();
    const read = reading.read();
    step(20_000);
    reading.cancel();
    await read;
    const { status, trouble, sheets } = reading.store.get();
    assert.deepEqual({ status, trouble, sheets }, { status: "stopped", trouble: undefined, sheets: [] });
    assert.throws(() => reading.request(), /has not been read/);
    const again = reading.read();
    assert.equal(reading.store.get().status, "reading");
    finish();
    await again;
    assert.equal(reading.store.get().status, "ready");
  });
});
