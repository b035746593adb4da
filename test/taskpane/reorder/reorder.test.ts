import assert from "node:assert/strict";
import { createPane } from "../../../addin/taskpane/shell/pane.ts";
import { NoServer } from "../../../addin/taskpane/work/trouble.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { columnLetter, type Sheet } from "../../../shared/tables/sheet.ts";
import { fakePort } from "../fake-port.ts";
import { fakeServer } from "../fake-server.ts";
import { paneParts } from "../pane-parts.ts";
import { smallBook } from "../small-book.ts";

async function opened(sheets: readonly Sheet[] = smallBook) {
  const port = fakePort(sheets);
  const server = fakeServer();
  const parts = paneParts(port, server);
  const pane = await createPane(parts);
  const { reading, reorder, item } = pane.workbook!;
  return { port, server, pane, reading, reorder, item, parts };
}

const names = ({ sheets }: { sheets: readonly Sheet[] }): string[] => sheets.map(({ name }) => name);

describe("making the reorder sheet", () => {
  it("shows what would be written before anything is, then writes, then takes it back", async () => {
    const { port, reorder } = await opened();
    await reorder.make();
    const { step, preview } = reorder.store.get();
    assert.equal(step, "preview");
    assert.deepEqual(names(port), ["Items", "Sales", "Open orders"]);
    assert.equal(preview!.lines, 1);
    assert.equal(preview!.suppliers, 1);
    assert.equal(preview!.totals[0]!.currency, "EUR");
    assert.ok(preview!.sheets.every(({ replaces, rows }) => !replaces && rows >= 0));

    await reorder.write();
    assert.equal(reorder.store.get().step, "written");
    assert.deepEqual(names(port), ["Items", "Sales", "Open orders", "Reorder", "Exceptions"]);
    assert.deepEqual(port.shown, ["Reorder"]);

    await reorder.undo();
    assert.equal(reorder.store.get().step, "start");
    assert.deepEqual(names(port), ["Items", "Sales", "Open orders"]);
    assert.match(reorder.store.get().said, /Undone/);
  });

  it("never takes its own sheets for the buyer's, and says that it replaces them", async () => {
    const { reading, reorder } = await opened();
    await reorder.make();
    await reorder.write();
    await reorder.make();
    assert.deepEqual(
      reading.store.get().views.map(({ role, sheet }) => `${role}: ${sheet}`),
      ["items: Items", "history: Sales", "open orders: Open orders"],
    );
    assert.ok(reorder.store.get().preview!.sheets.every(({ replaces }) => replaces));
  });

  it("reads afresh each time, since the buyer may have typed since", async () => {
    const { port, reading, reorder } = await opened();
    await reading.read();
    const [items, ...others] = port.sheets;
    port.sheets = [{ ...items!, rows: items!.rows.slice(0, 2) }, ...others];
    await reorder.make();
    assert.deepEqual(
      reading.request().request.items.map(({ sku }) => sku),
      ["00123"],
    );
  });

  it("keeps what the buyer types while the preview stands, and says how much", async () => {
    const { port, reorder } = await opened();
    await reorder.make();
    await reorder.write();
    await reorder.make();
    assert.equal(reorder.store.get().preview!.kept, 0);
    const typed = (name: string, value: string | number): void => {
      port.sheets = port.sheets.map((sheet) => {
        if (sheet.name !== "Reorder") return sheet;
        const column = sheet.rows.find((row) => row.includes(name))!.indexOf(name);
        return { ...sheet, rows: sheet.rows.map((row) => (row.includes("00123") ? row.with(column, value) : row)) };
      });
    };
    typed("Order qty", 777);
    typed("PO number", "PO-9");
    await reorder.write();
    const { rows } = port.sheets.find(({ name }) => name === "Reorder")!;
    const line = rows.find((row) => row.includes("00123"))!;
    assert.ok(
      [777, "kept 777", "PO-9"].every((cell) => line.includes(cell)),
      line.join(),
    );
    assert.equal(reorder.store.get().preview!.kept, 1);
  });

  it("goes by what the buyer typed everywhere: totals, cover, exceptions and the item's own view", async () => {
    const { port, reorder, item } = await opened();
    await reorder.make();
    await reorder.write();
    const cell = (name: string): unknown => {
      const { rows } = port.sheets.find((sheet) => sheet.name === "Reorder")!;
      return rows.find((row) => row.includes("00123"))![rows.find((row) => row.includes(name))!.indexOf(name)];
    };
    const type = (value: number): void => {
      port.sheets = port.sheets.map((sheet) => {
        if (sheet.name !== "Reorder") return sheet;
        const column = sheet.rows.find((row) => row.includes("Order qty"))!.indexOf("Order qty");
        return { ...sheet, rows: sheet.rows.map((row) => (row.includes("00123") ? row.with(column, value) : row)) };
      });
    };
    const cover = Number(cell("Cover (days)"));
    // The minimum order is 24.
    type(20);
    await item.show("00123");
    assert.equal(item.store.get().details!.line.quantity, 20);
    await reorder.make();
    const { preview } = reorder.store.get();
    assert.deepEqual(preview!.totals, [{ currency: "EUR", cost: 50 }]);
    const broken = preview!.exceptions.find(({ code }) => code === "own-quantity");
    assert.equal(broken!.message, "20 is below the minimum order of 24.");
    // Typed while the preview stands: what is written goes by it too.
    type(480);
    await reorder.write();
    assert.deepEqual(reorder.store.get().preview!.totals, [{ currency: "EUR", cost: 1200 }]);
    assert.ok(Number(cell("Cover (days)")) > cover);
    assert.match(String(cell("Why")), /^Your 480 stands; \d+ would be suggested\./);
    assert.ok(reorder.store.get().preview!.exceptions.every(({ code }) => code !== "own-quantity"));
  });

  it("writes beside a sheet of its name that the buyer adds while the preview stands", async () => {
    const { port, reorder } = await opened();
    await reorder.make();
    const own = { name: "reorder", rows: [["mine"]] };
    port.sheets = [...port.sheets, own];
    await reorder.write();
    assert.deepEqual(names(port).slice(3), ["reorder", "Reorder (Lotwise)", "Exceptions"]);
    assert.equal(port.sheets[3], own);
  });

  it("tells how far it is, and can be cancelled with nothing written", async () => {
    const { port, server, reorder } = await opened();
    server.hold = new Promise(() => undefined);
    const shares: number[] = [];
    reorder.store.subscribe(() => shares.push(reorder.store.get().progress.share));
    const making = reorder.make();
    while (reorder.store.get().progress.says !== "Half way") await new Promise((resolve) => setTimeout(resolve, 1));
    reorder.cancel();
    await making;
    assert.deepEqual(
      [...shares].sort((a, b) => a - b),
      shares,
    );
    assert.equal(reorder.store.get().step, "start");
    assert.equal(reorder.store.get().trouble, undefined);
    assert.match(reorder.store.get().said, /Nothing was written/);
    assert.deepEqual(names(port), ["Items", "Sales", "Open orders"]);
  });

  it("says what to do when the server is not reached, when nothing is found, and when a sheet is protected", async () => {
    const down = await opened();
    down.server.fails = new NoServer();
    await down.reorder.make();
    assert.match(down.reorder.store.get().trouble!.detail, /npm start/);

    const empty = await opened([{ name: "Sheet1", rows: [] }]);
    await empty.reorder.make();
    assert.match(empty.reorder.store.get().trouble!.detail, /Date, SKU and Quantity/);

    const locked = await opened();
    await locked.reorder.make();
    locked.port.refuse = new UserError("The workbook is protected: unprotect it first");
    await locked.reorder.write();
    assert.equal(locked.reorder.store.get().step, "preview");
    assert.equal(locked.reorder.store.get().trouble!.detail, "The workbook is protected: unprotect it first.");
    locked.port.refuse = undefined;
    await locked.reorder.write();
    assert.equal(locked.reorder.store.get().step, "written");
  });

  it("remembers tables and settings with the workbook", async () => {
    const first = await opened();
    await first.reading.read();
    await first.reading.change("service_level", "98");
    await first.reading.chooseSheet("open orders", "");
    const again = await createPane(first.parts);
    await again.workbook!.reading.read();
    const { request } = again.workbook!.reading.request();
    assert.equal(request.settings.service_level, 0.98);
    assert.deepEqual(
      request.items.map(({ on_order }) => on_order),
      [[], []],
    );
  });

  it("shows the first screen until the buyer has begun", async () => {
    const { pane, parts } = await opened();
    assert.equal(pane.shown.get().firstRun, true);
    await pane.begin();
    assert.equal((await createPane(parts)).shown.get().firstRun, false);
    const outside = await createPane({ ...parts, port: undefined });
    assert.deepEqual(outside.shown.get(), { tab: "functions", firstRun: false });
  });
});

describe("the item in the selected row", () => {
  const settled = async (item: Awaited<ReturnType<typeof opened>>["item"]): Promise<void> => {
    while (["none", "working"].includes(item.store.get().status))
      await new Promise((resolve) => setTimeout(resolve, 1));
  };

  it("is forecast alone, with the bounds of the plan's own forecast", async () => {
    const { server, port, reading, item } = await opened();
    await reading.read();
    const stop = item.follow();
    port.point({ sheet: "Sales", address: "B5:C7" });
    await settled(item);
    const { details, sku } = item.store.get();
    assert.equal(sku, "00123");
    assert.deepEqual(server.planned, [["00123"]]);
    assert.equal(details!.labels.length, details!.history.length + details!.forecast.length);
    const { forecast, forecast_low, forecast_high } = details!.line;
    assert.deepEqual(
      details!.forecast,
      forecast.map((mean, h) => ({ mean, low: forecast_low[h], high: forecast_high[h] })),
    );
    assert.ok(details!.forecast.every(({ mean, low, high }) => low < mean && mean < high));
    assert.match(details!.line.why, /^Expect/);
    stop();
    port.point({ sheet: "Items", address: "$A$3" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(item.store.get().sku, "00123");
  });

  it("is found on the sheet Lotwise wrote, and headers and blanks are no items", async () => {
    const { port, reorder, item } = await opened();
    await reorder.make();
    await reorder.write();
    const sheet = port.sheets.find(({ name }) => name === "Reorder")!;
    const row = sheet.rows.findIndex((cells) => cells.includes("00123"));
    item.follow();
    for (const address of ["A1", `A${row}`, `C${row + 1}`]) port.point({ sheet: "Reorder", address });
    await settled(item);
    assert.equal(item.store.get().sku, "00123");
  });

  it("is the one asked for by name, until another row is selected", async () => {
    const { port, reading, item } = await opened();
    await reading.read();
    port.selected = { sheet: "Items", address: "A3" };
    void item.show("00123");
    item.follow();
    await settled(item);
    assert.equal(item.store.get().sku, "00123");
    port.point({ sheet: "Items", address: "B3" });
    await settled(item);
    assert.equal(item.store.get().sku, "ABC");
  });

  it("is selected on the reorder sheet where it has a line, else on the exceptions, when asked for by name", async () => {
    const { port, pane, reorder, item } = await opened();
    assert.equal(await item.selectLine("00123"), false);
    await reorder.make();
    await reorder.write();
    const { rows } = port.sheets.find(({ name }) => name === "Reorder")!;
    const header = rows.find((row) => row.includes("SKU"))!;
    const at = `${columnLetter(header.indexOf("Order qty"))}${rows.findIndex((row) => row.includes("00123")) + 1}`;
    const selected = new Promise((resolve) => port.onSelection(resolve));
    pane.showItem("00123");
    assert.deepEqual(await selected, { sheet: "Reorder", address: at });
    assert.equal(await item.selectLine("ABC"), true);
    assert.equal(port.selected.sheet, "Exceptions");
    assert.equal(await item.selectLine("Nobody"), false);
  });

  it("says where a SKU is not planned, and lets the last question win", async () => {
    const { item } = await opened();
    await item.show("Nobody");
    assert.match(item.store.get().trouble!.detail, /no row of the item table/);
    await Promise.all([item.show("00123"), item.show("ABC")]);
    assert.equal(item.store.get().details!.item.sku, "ABC");
  });
});
