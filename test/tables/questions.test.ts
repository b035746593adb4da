import assert from "node:assert/strict";
import { reportOf } from "../../shared/tables/report.ts";
import type { SheetOptions } from "../../shared/tables/reading.ts";
import { requestFromSheets, type SheetRequest } from "../../shared/tables/request-from-sheets.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const monday = (week: number): Date => new Date(Date.UTC(2025, 6, 7 + 7 * week));
const WEEKS = Array.from({ length: 20 }, (_, week) => week);
const SALES: Sheet = {
  name: "Sales",
  rows: [["Date", "SKU", "Quantity"], ...WEEKS.map((week): CellValue[] => [monday(week), "A", 10])],
};
const items = (head: string[], ...rows: CellValue[][]): Sheet => ({ name: "Items", rows: [head, ...rows] });
const TODAY = "2025-11-24";
const read = (sheets: Sheet[], options: SheetOptions = {}): SheetRequest =>
  requestFromSheets(sheets, { today: TODAY, ...options });

describe("questions about a workbook", () => {
  it("say what follows from each answer, and an answer given before is taken", () => {
    const book = [items(["SKU", "On hand", "Order qty"], ["A", 5, 100]), SALES];
    const { request, findings } = read(book);
    const [question] = findings.questions;
    assert.equal(findings.questions.length, 1);
    assert.match(question!.about, /"Order qty"/);
    assert.match(question!.choices[0]!.says, /100 units of 1 item/);
    assert.equal(request.items[0]!.order_quantity, undefined, "nothing is ordered on a doubt");
    const answered = read(book, { answers: { [question!.id]: "own" } });
    assert.equal(answered.request.items[0]!.order_quantity, 100);
    assert.deepEqual(answered.findings.questions, []);
    assert.equal(read(book, { answers: { [question!.id]: "nonsense" } }).findings.questions.length, 1);
  });

  it("have the same name for the same layout, whatever the sheet is called", () => {
    const ids = ["Items", "Export 2"].map(
      (name) =>
        read([{ ...items(["SKU", "On hand", "Order qty"], ["A", 5, 100]), name }, SALES]).findings.questions[0]!.id,
    );
    assert.equal(ids[0], ids[1]);
  });

  it("come before any plan where months name no year", () => {
    const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"];
    const book = [items(["SKU", "On hand", "Lead time (days)", ...months], ["A", 5, 7, ...months.map(() => 40)])];
    assert.throws(() => read(book), /months without a year/);
    const { request } = read(book, { answers: { "year: jan to oct": "2025" } });
    assert.equal(request.history.A!.length, 10);
    assert.equal(request.last_period, "2025-10-01");
  });

  it("are in the report with what was taken, in words", () => {
    const book = [items(["SKU", "Stock North", "Stock South"], ["A", 5, 7]), SALES];
    const { request, findings } = read(book);
    assert.equal(request.items[0]!.on_hand, 12);
    const { questions, tables } = reportOf(findings);
    assert.match(questions[0]!.taken ?? "", /are added up/);
    assert.equal(questions[0]!.choices.length, questions[0]!.answers.length);
    assert.deepEqual(tables[0]!.columns, { sku: "SKU", on_hand: "Stock North + Stock South" });
  });
});

describe("what is left out of a workbook", () => {
  it("is said, and what is missing altogether comes first", () => {
    const book = [
      items(["SKU", "Avg monthly sales", "Lead time (days)"], ["A", 45, 14]),
      SALES,
      { name: "Forecast", rows: SALES.rows },
      { name: "Old", rows: SALES.rows, hidden: true },
    ];
    const { notes, unused } = read(book).findings;
    assert.match(notes[0]!, /No column for stock on hand/);
    assert.ok(notes.includes('Items: not used: "Avg monthly sales".'));
    assert.ok(notes.includes('Sheet "Old" is hidden; it was left out.'));
    assert.deepEqual(
      unused.map(({ sheet, what }) => [sheet, what]),
      [["Forecast", "a forecast, no sales"]],
    );
  });

  it("is named even where nothing on a sheet is known, or little is", () => {
    const book = [
      items(["SKU", "On hand", "Lead time (days)"], ["A", 45, 14]),
      SALES,
      {
        name: "Budget",
        rows: [
          ["", "Jan 2026", "Feb 2026", "Mar 2026"],
          ["All", 900, 950, 990],
        ],
      },
      {
        name: "Blad7",
        rows: [
          ["Kulör", "Tygtyp"],
          ["röd", "siden"],
        ],
      },
      { name: "Empty", rows: [] },
    ];
    const { notes } = read(book).findings;
    assert.ok(notes.includes('Sheet "Budget" (A1:D2) is a budget, no sales; it was left out.'), notes.join("\n"));
    assert.ok(
      notes.includes('Sheets without a table that the plan knows, left out: "Blad7" ("Kulör", "Tygtyp", …).'),
      notes.join("\n"),
    );
  });

  it("is what a sheet has of a history and what it lacks, where there is none", () => {
    const sales = {
      name: "Verk",
      rows: [
        ["Date", "SKU", "Zaal"],
        [monday(0), "A", 3],
        [monday(1), "A", 4],
      ],
    };
    assert.throws(
      () => read([items(["SKU", "On hand"], ["A", 5]), sales]),
      /On "Verk", "SKU" is the SKU and "Date" is the date; no column is known as the quantity\./,
    );
  });

  it("stands where a turned sheet has it", () => {
    const turned = {
      name: "Items",
      rows: [
        ["SKU", "A", "B"],
        ["On hand", 5, 6],
        ["Lead time (days)", 10, 12],
      ],
    };
    const { request, findings } = read([turned, SALES]);
    assert.deepEqual(
      request.items.map(({ sku, on_hand, lead_time_days }) => [sku, on_hand, lead_time_days]),
      [
        ["A", 5, 10],
        ["B", 6, 12],
      ],
    );
    const [table] = findings.tables;
    assert.equal(table!.range, "A1:C3");
    assert.deepEqual(
      table!.columns.map(({ field, letter }) => [field, letter]),
      [
        ["sku", "1"],
        ["on_hand", "2"],
        ["lead_time", "3"],
      ],
    );
  });

  it("is each row of a ledger that is no demand", () => {
    const rows = WEEKS.flatMap((week): CellValue[][] => [
      [monday(week), "A", "OUT", 10],
      [monday(week), "A", "IN", 50],
    ]);
    const ledger = { name: "Movements", rows: [["Date", "SKU", "Type", "Quantity"], ...rows] };
    const { request, findings } = read([items(["SKU", "On hand"], ["A", 5]), ledger]);
    assert.ok(request.history.A!.every((quantity) => quantity === 10));
    assert.ok(findings.notes.some((note) => note.includes('"IN" are none (20 rows left out)')));
  });
});
