import assert from "node:assert/strict";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import type { ReadingStep, WorkbookPort } from "../../addin/workbook/port.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { UserError } from "../../shared/define/errors.ts";
import type { SheetSpec } from "../../shared/sheets/spec.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";
import { columnLetter } from "../../shared/tables/sheet.ts";
import { largePlan, line, plan, request } from "../reorder-sheet/plans.ts";
import type { Host } from "./host.ts";

const HOSTILE = [
  "=1+1",
  "+SUM(1,2)",
  "-2+3",
  "@cmd",
  "'quoted",
  '=HYPERLINK("http://x","y")',
  "[click](javascript:alert(1))",
];

const small = (): { plan: Plan; request: PlanRequest } => ({
  plan: plan(
    [
      line({ sku: "00123", supplier: "Acme", unit_cost: 2.5 }),
      line({ sku: "7", supplier: "Beta", currency: "USD", suggested: 40, unit_cost: 10 }),
      ...HOSTILE.map((sku) => line({ sku, description: sku, supplier: "Acme" })),
      line({ sku: "idle", suggested: 0, quantity: 0 }),
    ],
    [
      { sku: "00123", code: "stock-out", money: 900, message: "=Runs out." },
      { sku: "7", code: "overstock", money: 100, message: "Too much." },
    ],
  ),
  request: request(["00123", "7", ...HOSTILE, "idle"].map((sku) => ({ sku, multiple: 20 }))),
});

const headerAt = ({ rows }: Sheet): number => rows.findIndex((row) => row.includes("SKU"));

/** Where a line's cell stands, and what it shows. */
export function locate(sheet: Sheet, sku: string, header: string): { address: string; value: CellValue } {
  const top = headerAt(sheet);
  const names = sheet.rows[top] ?? [];
  const [column, key] = [names.indexOf(header), names.indexOf("SKU")];
  const row = sheet.rows.findIndex((cells, i) => i > top && String(cells[key] ?? "").trim() === sku);
  assert.ok(row >= 0 && column >= 0, `${sku}, ${header}`);
  return { address: `${columnLetter(column)}${row + 1}`, value: sheet.rows[row]![column] ?? null };
}

async function write(port: WorkbookPort, of: { plan: Plan; request: PlanRequest }) {
  const { sheets, kept } = reorderSheets(of.plan, of.request, await port.readSheets());
  return { undo: await port.writeSheets(sheets, "Reorder sheet"), kept, sheets };
}

const read = async (port: WorkbookPort, name: string): Promise<Sheet> => (await port.readSheet(name))!;
const hasSentence = (pattern: RegExp) => (error: unknown) => error instanceof UserError && pattern.test(error.message);

/** What every workbook adapter must do. */
export function workbookSuite(name: string, open: () => Host): void {
  describe(`${name} as the task pane sees it`, () => {
    let host: Host;
    beforeEach(() => {
      host = open();
      host.type(
        "Items",
        [
          ["SKU", "On hand", "Cost"],
          ["00123", 60, 2.5],
          ["7", 3, null],
          [null, null, "=B2*2"],
        ],
        [0],
      );
    });
    afterEach(() => host.close());

    it("reads codes, numbers, blanks, formulas' values and dates as they are", async () => {
      host.enter("Items", "D2", "2026-11-23");
      assert.deepEqual((await read(host.port, "Items")).rows, [
        ["SKU", "On hand", "Cost", ...(name === "Excel" ? [null] : [])],
        ["00123", 60, 2.5, new Date("2026-11-23")],
        ["7", 3, ...(name === "Excel" ? [null, null] : [])],
        [null, null, 120, ...(name === "Excel" ? [null] : [])],
      ]);
    });

    it("reads all visible sheets and reports progress up to 1", async () => {
      host.type("Secret", [["x"]]);
      host.hide("Secret");
      const steps: ReadingStep[] = [];
      const sheets = await host.port.readSheets({ progress: (step) => void steps.push(step) });
      const shares = steps.map(({ share }) => share);
      assert.deepEqual(sheets.map((sheet) => sheet.name).sort(), ["Items", "Sheet1"]);
      assert.equal(shares.at(-1), 1);
      assert.deepEqual(
        shares,
        [...shares].sort((a, b) => a - b),
      );
      assert.equal(await host.port.readSheet("None"), undefined);
    });

    it("gives the reading up between two parts", async () => {
      const first = Array.from({ length: 20 }, (_, i) => i);
      host.type("Long", [first, ...Array.from({ length: 600 }, () => []), [1]]);
      const stop = new AbortController();
      const seen: ReadingStep[] = [];
      const read = host.port.readSheets({
        signal: stop.signal,
        progress(step) {
          seen.push(step);
          if (step.sheet === "Long") stop.abort();
        },
      });
      await assert.rejects(read, { name: "AbortError" });
      const { done, rows } = seen.at(-1)!;
      assert.ok(done > 0 && done < rows, `${done} of ${rows}`);
    });

    it("writes the sheets with live costs and totals", async () => {
      const { sheets } = await write(host.port, small());
      const sheet = await read(host.port, "Reorder");
      assert.equal(locate(sheet, "00123", "Cost").value, 250);
      assert.equal(locate(sheet, "7", "Cost in EUR").value, 360);
      assert.equal(locate(sheet, "7", "Cases").value, 2);
      const total = (from: Sheet): CellValue[] => [...from.rows.find(([first]) => first === "Total in EUR")!];
      assert.equal(total(sheet)[2], 840);
      assert.equal(total(sheet)[4], 250 * 8 + 360);
      assert.equal(sheet.rows.length, sheets[0]!.rows.length + headerAt(sheet) + 1);

      host.enter("Reorder", locate(sheet, "7", "Order qty").address, 100);
      const after = await read(host.port, "Reorder");
      assert.equal(locate(after, "7", "Cost").value, 1000);
      assert.equal(total(after)[4], 250 * 8 + 900);
      assert.equal(locate(after, "7", "Order by").value instanceof Date, true);
    });

    it("keeps text that looks like a formula, a number or a link as text", async () => {
      await write(host.port, small());
      const sheet = await read(host.port, "Reorder");
      for (const sku of ["00123", ...HOSTILE]) {
        const { address, value } = locate(sheet, sku, "SKU");
        assert.equal(typeof value === "string" && value.trim(), sku);
        assert.equal(host.isFormula("Reorder", address), false, sku);
      }
      const exceptions = await read(host.port, "Exceptions");
      assert.ok(exceptions.rows.some((row) => row.includes("=Runs out.")));
      assert.ok(host.isFormula("Reorder", locate(sheet, "00123", "Cost").address));
    });

    it("writes every kind of cell so that it reads back the same", async () => {
      const cells = [
        1e-7,
        1e21,
        -0.1,
        123456789.123,
        true,
        false,
        { date: "2024-02-29" },
        "TRUE",
        "1e3",
        "2026-01-02",
        "",
      ];
      const spec: SheetSpec = {
        name: "Kinds",
        title: [],
        columns: cells.map((_, i) => ({ header: `c${i}`, width: 10, kind: "text" })),
        rows: [{ kind: "line", cells }],
        frozenColumns: 0,
        filter: false,
        highlights: [],
        charts: [],
      };
      const numbers = {
        ...spec,
        columns: spec.columns.map((column, i) => ({ ...column, kind: i === 6 ? "date" : "quantity" }) as const),
      };
      await host.port.writeSheets([numbers], "Kinds");
      const [, row] = (await read(host.port, "Kinds")).rows;
      assert.deepEqual(
        cells.map((_, i) => row![i] ?? null),
        [...cells.slice(0, 6), new Date("2024-02-29"), "TRUE", "1e3", "2026-01-02", null],
      );
    });

    it("finds the buyer's quantity, status and PO number again", async () => {
      await write(host.port, small());
      const first = await read(host.port, "Reorder");
      host.enter("Reorder", locate(first, "00123", "Order qty").address, 240);
      host.enter("Reorder", locate(first, "7", "Status").address, "asked");
      host.enter("Reorder", locate(first, "7", "PO number").address, "00042");
      assert.equal((await write(host.port, small())).kept, 1);
      assert.equal((await write(host.port, small())).kept, 1);
      const again = await read(host.port, "Reorder");
      assert.equal(locate(again, "00123", "Order qty").value, 240);
      assert.equal(locate(again, "00123", "Own qty").value, "kept 240");
      assert.equal(locate(again, "00123", "Cost").value, 600);
      assert.equal(locate(again, "7", "Status").value, "asked");
      assert.equal(locate(again, "7", "PO number").value, "00042");
    });

    it("leaves every other sheet as it is, and formulas that refer to its own", async () => {
      await write(host.port, small());
      host.type("Mine", [["=Reorder!A1", "'0012"], ["=SUM(Items!B2:B3)"]]);
      const before = ["Items", "Mine", "Sheet1"].map((sheet) => host.image(sheet));
      await write(host.port, largePlan(120));
      await write(host.port, small());
      assert.deepEqual(
        ["Items", "Mine", "Sheet1"].map((sheet) => host.image(sheet)),
        before,
      );
      assert.match(String((await read(host.port, "Mine")).rows[0]![0]), /^Lotwise reorder sheet/);
    });

    it("writes beside a sheet of the same name that is the user's own", async () => {
      host.type("Reorder", [
        ["SKU", "Suggested", "Order qty"],
        ["7", 1, 99],
      ]);
      const before = host.image("Reorder");
      assert.equal((await write(host.port, small())).kept, 0);
      assert.deepEqual(host.image("Reorder"), before);
      const own = await read(host.port, "Reorder (Lotwise)");
      host.enter("Reorder (Lotwise)", locate(own, "7", "Order qty").address, 55);
      assert.equal((await write(host.port, small())).kept, 1);
      assert.deepEqual(
        host
          .sheetNames()
          .filter((one) => one.startsWith("Reorder"))
          .sort(),
        ["Reorder", "Reorder (Lotwise)"],
      );
    });

    it("is the same however often it is written", async () => {
      await write(host.port, small());
      const first = (await read(host.port, "Reorder")).rows;
      await write(host.port, largePlan(50));
      await write(host.port, small());
      assert.deepEqual((await read(host.port, "Reorder")).rows, first);
    });

    it("freezes the header, filters, highlights and charts, once", async () => {
      for (let run = 0; run < 2; run++) {
        await write(host.port, small());
        const sheet = await read(host.port, "Reorder");
        const header = headerAt(sheet) + 1;
        const { frozen, filter, highlights, charts, folds } = host.furniture("Reorder");
        assert.deepEqual(frozen, [header, 3]);
        // What sums up the lines stands above the header, whatever is filtered or sorted.
        assert.equal(filter, `A${header}:Y${sheet.rows.length}`);
        assert.deepEqual(folds, ["columns K:Y folded", "rows 5:9"]);
        assert.equal(highlights, 3);
        assert.equal(charts, 0);
        assert.deepEqual(host.furniture("Exceptions").charts, 1);
        assert.equal(host.furniture("Exceptions").frozen[1], 0);
      }
    });

    it("takes a writing back as a whole: sheets that were new are gone", async () => {
      const before = host.sheetNames();
      const { undo } = await write(host.port, small());
      assert.equal(undo.label, "Reorder sheet");
      await undo.undo!();
      assert.deepEqual(host.sheetNames(), before);
    });

    it("takes a rewriting back to what the buyer had made of the sheet", async () => {
      await write(host.port, small());
      const sheet = await read(host.port, "Reorder");
      host.enter("Reorder", locate(sheet, "00123", "Order qty").address, 240);
      host.enter("Reorder", "AB3", "my note");
      const before = ["Reorder", "Exceptions"].map((one) => host.image(one));
      const { undo } = await write(host.port, largePlan(60));
      assert.notDeepEqual(host.image("Reorder"), before[0]);
      await undo.undo!();
      assert.deepEqual(
        ["Reorder", "Exceptions"].map((one) => host.image(one)),
        before,
      );
    });

    it("is one step of the host's own undo", async () => {
      await write(host.port, small());
      const before = ["Reorder", "Exceptions", "Items"].map((one) => host.image(one));
      await write(host.port, largePlan(60));
      host.undo();
      assert.deepEqual(
        ["Reorder", "Exceptions", "Items"].map((one) => host.image(one)),
        before,
      );
    });

    it("writes and reads a plan of 5,000 lines", async () => {
      const large = largePlan(5000);
      await write(host.port, large);
      const sheet = await read(host.port, "Reorder");
      const costs = large.plan.lines.map(
        (one) => one.suggested * (one.unit_cost ?? 0) * (one.currency === "USD" ? 0.9 : 1),
      );
      const expected = costs.reduce((sum, cost) => sum + cost, 0);
      assert.ok(
        Math.abs(Number(sheet.rows.find(([first]) => first === "Total in EUR")![4]) - expected) < 1e-6 * expected,
      );
      assert.equal(locate(sheet, "04999", "SKU").value, "04999");
    });

    it("says so where a sheet is protected, and changes nothing", async () => {
      await write(host.port, small());
      host.lock("Reorder");
      const before = ["Reorder", "Exceptions"].map((one) => host.image(one));
      await assert.rejects(
        write(host.port, largePlan(20)),
        hasSentence(/Sheet "Reorder" is (protected|locked): unlock|unprotect/i),
      );
      assert.deepEqual(
        ["Reorder", "Exceptions"].map((one) => host.image(one)),
        before,
      );
    });

    it("tells the selection, and of new ones until stopped", async () => {
      const told: string[] = [];
      await host.select("Items", "B2");
      assert.deepEqual(await host.port.selection(), { sheet: "Items", address: "B2" });
      const stop = host.port.onSelection(({ sheet, address }) => void told.push(`${sheet}!${address}`));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await host.select("Items", "C3");
      await new Promise((resolve) => setTimeout(resolve, 20));
      stop();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await host.select("Items", "A1");
      assert.equal(told.at(-1), "Items!C3");
    });

    it("puts a formula at the selection", async () => {
      await host.select("Items", "E5");
      await host.port.insertFormula("=B2+B3");
      assert.equal((await read(host.port, "Items")).rows[4]?.[4], 63);
    });

    it("brings a sheet into view, and says so where there is none", async () => {
      await host.port.show("Items");
      assert.equal((await host.port.selection()).sheet, "Items");
      await assert.rejects(host.port.show("Nowhere"), hasSentence(/no sheet "Nowhere"/));
    });

    it("selects a cell on a sheet, and says so where there is none", async () => {
      await write(host.port, small());
      const { address } = locate(await read(host.port, "Reorder"), "7", "Order qty");
      await host.select("Items", "B2");
      await host.port.select("Reorder", address);
      assert.deepEqual(await host.port.selection(), { sheet: "Reorder", address });
      await host.port.select("Items", "C3:D4");
      assert.deepEqual(await host.port.selection(), { sheet: "Items", address: "C3" });
      await assert.rejects(host.port.select("Nowhere", "A1"), hasSentence(/no sheet "Nowhere"/));
    });

    it("remembers small texts", async () => {
      assert.equal(await host.port.remembered("columns"), undefined);
      await host.port.remember("columns", '{"sku":"A"}');
      assert.equal(await host.port.remembered("columns"), '{"sku":"A"}');
    });
  });
}
