import assert from "node:assert/strict";
import { createReading } from "../../../addin/taskpane/reading/reading.ts";
import { localReader } from "../../../addin/taskpane/reader/local-reader.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { doubtfulBook } from "../doubtful-book.ts";
import { fakePort } from "../fake-port.ts";
import { WEEKS, smallBook } from "../small-book.ts";

const today = (): string => new Date(Date.UTC(2025, 7, 4 + 7 * WEEKS)).toISOString().slice(0, 10);
const explain = (error: unknown) => ({ message: String(error) }) as never;

async function readingOf(port = fakePort(doubtfulBook)) {
  const reading = createReading({ port, reader: localReader(), today, explain });
  await reading.read();
  return { reading, port, state: () => reading.store.get() };
}

describe("the questions of a workbook in the pane", () => {
  it("are answered once, remembered with the workbook, and hold for the next export of the same layout", async () => {
    const { reading, port, state } = await readingOf();
    const [question, ...others] = state().questions;
    assert.equal(question?.id, "own quantity: order qty");
    assert.deepEqual(others, []);
    await reading.answer(question!.id, "own");
    assert.deepEqual(state().questions, []);
    assert.deepEqual(
      reading.request().request.items.map(({ order_quantity }) => order_quantity),
      [100, 250],
    );
    const next = fakePort(
      doubtfulBook.map(({ name, rows }) => ({ name, rows: rows.filter((_, r) => name !== "Items" || r !== 1) })),
    );
    for (const [key, text] of port.memory) next.memory.set(key, text);
    const later = await readingOf(next);
    assert.deepEqual(later.state().questions, []);
    assert.equal(later.reading.request().request.items[0]!.order_quantity, 250);
  });

  it("are the answers that the command line takes, and can be asked again", async () => {
    const { reading, state } = await readingOf();
    await reading.answer("own quantity: order qty", "own");
    const { request } = requestFromSheets(doubtfulBook, { now: today(), answers: state().answers });
    assert.deepEqual(request.items, reading.request().request.items);
    await reading.askAgain();
    assert.equal(state().questions.length, 1);
    assert.deepEqual(state().answers, {});
  });

  it("are few: what is left out is a line, what a column is taken for stands on it", async () => {
    const { state } = await readingOf();
    assert.match(state().leftOut.join("\n"), /^Forecast, A1:C3: .*forecast/);
    const items = state().views.find(({ role }) => role === "items")!;
    assert.deepEqual(items.preview.columns.slice(0, 2), [
      { header: "SKU", taken: "SKU", certainty: "sure", doubtful: false },
      { header: "Description", taken: "Description", certainty: "sure", doubtful: false },
    ]);
    assert.deepEqual(items.preview.columns.at(-1), {
      header: "Shelf",
      taken: "not used",
      certainty: "",
      doubtful: false,
    });
  });

  it("say what was seen and what is missing where there is nothing to plan from", async () => {
    const { state } = await readingOf(fakePort(smallBook.filter(({ name }) => name !== "Sales")));
    assert.match(state().missing, /^No demand history was found\..*Seen: "Items" \(SKU, Description/);
  });
});
