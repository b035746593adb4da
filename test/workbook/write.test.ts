import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { readWorkbook } from "../../server/workbook/read.ts";
import { writePlanWorkbook } from "../../server/workbook/write.ts";
import { ZipReader } from "../../server/workbook/unzip.ts";
import type { Plan, PlanLine } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import type { Findings } from "../../shared/tables/findings.ts";

const HOSTILE = ["=1+1", "+49 30", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "<b>&\"'", "\t=1", "中文\u0001"];

function line(sku: string, changes: Partial<PlanLine> = {}): PlanLine {
  return {
    sku,
    description: `Item ${sku}`,
    supplier: "Alpha",
    supplier_item: "",
    suggested: 10,
    quantity: 10,
    cost: 25,
    unit_cost: 2.5,
    currency: "EUR",
    order_date: "2026-11-23",
    arrival: "2026-12-07",
    cover_days: 30,
    reorder_point: 12,
    order_up_to: 20,
    safety_stock: 4.4,
    expected_demand: 80,
    forecast_start: "2026-11-23",
    position: 8,
    on_hand: 3,
    on_order: 5,
    forecast: [1.5, 2, 2.5, 3, 3.5],
    forecast_low: [0, 0, 0, 1, 1],
    forecast_high: [4, 5, 6, 7, 8],
    model: "level",
    why: "Because.",
    ...changes,
  };
}

const FINDINGS: Findings = {
  tables: [
    {
      sheet: "Stock",
      role: "items",
      header_row: 3,
      rows: 2,
      columns: [{ field: "sku", header: "Artikel", letter: "A" }],
    },
  ],
  unused: [],
  questions: [],
  notes: ["Week of 16 Nov 2026 is not over: left out."],
  bad_rows: [{ sheet: "Stock", row: 17, sku: "X", message: "On hand is wrong." }],
  today: "2026-11-23",
  period: "week",
  first_period: "2026-01-05",
  last_period: "2026-11-16",
  periods: 46,
};

function written(lines: PlanLine[], settings: Partial<PlanRequest["settings"]> = {}): Buffer {
  const request: PlanRequest = {
    today: "2026-11-23",
    period: "week",
    items: lines.map(({ sku, description, supplier, suggested, quantity }) => ({
      sku,
      description,
      supplier,
      on_hand: 3,
      lead_time_days: 14,
      ...(quantity !== suggested && { order_quantity: quantity }),
    })),
    history: {},
    settings: { service_level: 0.95, review_days: 7, overstock_days: 180, ...settings },
  };
  const plan: Plan = {
    lines,
    suppliers: [],
    exceptions: [
      { sku: "00123", code: "expedite", money: 10, message: "Expedite PO 1." },
      { sku: "B", code: "stock-out", money: 500, message: "Out of stock." },
    ],
    summary: {
      items: lines.length,
      to_order: lines.length,
      exceptions: 2,
      cost: { EUR: 25 * lines.length },
      message: "Order it.",
      learned: "",
    },
  };
  return writePlanWorkbook({ plan, request, findings: FINDINGS, source: "book.xlsx" });
}

async function opened(data: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(data as unknown as ExcelJS.Buffer);
  return book;
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  assert.ok(sheet, `sheet ${name}`);
  return sheet;
}

describe("the plan workbook", () => {
  const lines = [
    line("00123"),
    line("B", { supplier: "Beta", quantity: 100, suggested: 90, cost: 250 }),
    line("C", { quantity: 7, cost: 17.5 }),
    line("D", { suggested: 0, quantity: 0, cost: 0 }),
  ];

  it("has the four sheets, opened by another library", async () => {
    const book = await opened(written(lines));
    assert.deepEqual(
      book.worksheets.map(({ name }) => name),
      ["Order", "All items", "Exceptions", "Summary"],
    );
  });

  it("lists lines by supplier, the dearest first, with live totals above them", async () => {
    const sheet = sheetOf(await opened(written(lines)), "Order");
    const column = (letter: string): unknown[] =>
      [3, 4, 5, 6, 7, 8, 9, 10, 11].map((row) => sheet.getCell(`${letter}${row}`).value);
    assert.deepEqual(column("A"), ["Supplier", "Beta", "Alpha", "Total", null, "SKU", "B", "00123", "C"]);
    assert.deepEqual(column("C"), [
      "Units",
      { formula: "SUMPRODUCT(EXACT($I$9:$I$11,$A4)*EXACT($F$9:$F$11,F4),$C$9:$C$11)", result: 100 },
      { formula: "SUMPRODUCT(EXACT($I$9:$I$11,$A5)*EXACT($F$9:$F$11,F5),$C$9:$C$11)", result: 17 },
      { formula: "SUM($C$9:$C$11)", result: 117 },
      null,
      "Order qty",
      100,
      10,
      7,
    ]);
    assert.deepEqual(column("E"), [
      "Cost",
      { formula: "SUMPRODUCT(EXACT($I$9:$I$11,$A4)*EXACT($F$9:$F$11,F4),$E$9:$E$11)", result: 250 },
      { formula: "SUMPRODUCT(EXACT($I$9:$I$11,$A5)*EXACT($F$9:$F$11,F5),$E$9:$E$11)", result: 42.5 },
      { formula: "SUM($E$9:$E$11)", result: 292.5 },
      null,
      "Cost",
      { formula: "C9*L9", result: 250 },
      { formula: "C10*L10", result: 25 },
      { formula: "C11*L11", result: 17.5 },
    ]);
    const summary = sheetOf(await opened(written(lines)), "Summary");
    const costs: unknown[] = [];
    summary.eachRow((row) => costs.push(row.getCell(4).value));
    assert.deepEqual(
      costs.filter((cell) => JSON.stringify(cell)?.includes("Order!")),
      [
        { formula: "Order!E4", result: 250 },
        { formula: "Order!E5", result: 42.5 },
      ],
    );
  });

  it("adds each currency up for itself, and all in the company's", async () => {
    const settings = { currency: "EUR", rates: { USD: 0.5 } };
    const lines = [line("A"), line("B", { supplier: "Far", currency: "USD" })];
    const sheet = sheetOf(await opened(written(lines, settings)), "Order");
    const totals = [6, 7, 8].map((row) => ["A", "E", "L"].map((letter) => sheet.getCell(`${letter}${row}`).value));
    assert.deepEqual(totals, [
      ["Total EUR", null, { formula: 'SUMIFS($L$11:$L$12,$M$11:$M$12,"="&M6)', result: 25 }],
      ["Total USD", null, { formula: 'SUMIFS($L$11:$L$12,$M$11:$M$12,"="&M7)', result: 25 }],
      ["Total in EUR", { formula: "SUM($E$11:$E$12)", result: 37.5 }, null],
    ]);
  });

  it("formats, freezes, filters and validates", async () => {
    const sheet = sheetOf(await opened(written(lines)), "Order");
    assert.equal(sheet.getCell("C9").numFmt, "#,##0");
    assert.equal(sheet.getCell("E9").numFmt, "#,##0.00");
    assert.equal(sheet.getCell("R9").numFmt, "#,##0.0", "4.4 is not shown as 4");
    assert.deepEqual(sheet.getCell("M9").value, new Date("2026-11-23T00:00:00Z"));
    assert.notEqual(sheet.getCell("D9").alignment.wrapText, true);
    const view = sheet.views[0];
    assert.ok(view?.state === "frozen" && view.ySplit === 8 && view.xSplit === 3);
    assert.equal(sheet.autoFilter, "A8:R11");
    assert.equal(sheet.getCell("C9").dataValidation.operator, "greaterThanOrEqual");
    const conditional = (
      sheet as unknown as { conditionalFormattings: { ref: string; rules: { type: string; formulae?: string[] }[] }[] }
    ).conditionalFormattings;
    assert.deepEqual(
      conditional.map(({ ref, rules }) => [ref, rules[0]?.formulae?.[0]]),
      [
        ["C9:C11", "$C9<>$K9"],
        ["N9:N11", "$N9<$R9"],
      ],
    );
  });

  it("folds the details away, and prints a page a supplier across", async () => {
    const data = written(lines);
    const sheet = sheetOf(await opened(data), "Order");
    const columns = Array.from({ length: 18 }, (_, i) => sheet.getColumn(i + 1));
    assert.deepEqual(
      columns.map(({ hidden, outlineLevel }) => [hidden, outlineLevel]),
      columns.map((_, i) => (i < 9 ? [false, 0] : [true, 1])),
    );
    assert.deepEqual(
      [3, 4, 5, 6].map((row) => [sheet.getRow(row).hidden, sheet.getRow(row).outlineLevel]),
      [...Array<unknown>(3).fill([false, 1]), [false, 0]],
    );
    assert.equal(sheet.pageSetup.orientation, "landscape");
    assert.equal(sheet.pageSetup.printArea, "A1:I11");
    assert.equal(sheet.pageSetup.printTitlesRow, "8:8");
    assert.ok(sheet.pageSetup.scale! >= 73 && !sheet.pageSetup.fitToPage);
    const xml = new ZipReader(data, 1e8).read("xl/worksheets/sheet1.xml")!.toString();
    assert.match(xml, /<rowBreaks count="1" manualBreakCount="1"><brk id="9" max="16383" man="1"\/><\/rowBreaks>/);
    const order = [
      "<cols>",
      "<sheetData>",
      "<autoFilter",
      "<conditionalFormatting",
      "<dataValidations",
      "<pageMargins",
    ];
    const places = [...order, "<pageSetup", "<headerFooter", "<rowBreaks"].map((tag) => xml.indexOf(tag));
    assert.ok(
      places.every((place, i) => place > (places[i - 1] ?? 0)),
      String(places),
    );
  });

  it("folds the totals of many suppliers, for the lines to be seen", async () => {
    const many = Array.from({ length: 9 }, (_, i) => line(`${i}`, { supplier: `Supplier ${i}` }));
    const sheet = sheetOf(await opened(written(many)), "Order");
    assert.equal(sheet.getCell("A13").value, "Total");
    assert.deepEqual(
      [3, 12, 13].map((row) => sheet.getRow(row).hidden),
      [true, true, false],
    );
  });

  it("writes hostile text and codes as text everywhere, never as a formula", async () => {
    const book = await opened(
      written(
        HOSTILE.map((text) =>
          line(text, {
            description: text,
            supplier: text,
            supplier_item: text,
            why: text,
            model: text,
            currency: text.slice(0, 5),
          }),
        ),
      ),
    );
    let seen = 0;
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Formula)
            assert.match(
              String(cell.formula),
              /^(C\d+\*[A-Z]\d+|[A-Z]\d+\*[A-Z]\d+|SUM\(|SUMPRODUCT\(EXACT|SUMIFS\(|"([A-Z]{3} )?"&FIXED\(|Order!|D\d+\*)/,
            );
          if (typeof cell.value === "string" && HOSTILE.includes(cell.value)) seen++;
        }),
      );
    }
    assert.ok(seen >= 4 * (HOSTILE.length - 1), `${seen} cells`);
  });

  it("reads back what it wrote: SKUs are text with their zeros", async () => {
    const items = (await readWorkbook(written(lines), "plan.xlsx")).find(({ name }) => name === "All items");
    assert.deepEqual(
      items?.rows.slice(1).map((row) => row[0]),
      ["00123", "B", "C", "D"],
    );
    assert.ok(items?.rows[0]?.includes("Forecast week of 23 Nov 2026"));
  });

  it("ranks exceptions by money and adds bad rows with their place", async () => {
    const sheet = sheetOf(await opened(written(lines)), "Exceptions");
    assert.deepEqual(
      [2, 3, 4].map((row) => [
        sheet.getCell(`A${row}`).value,
        sheet.getCell(`B${row}`).value,
        sheet.getCell(`H${row}`).value,
      ]),
      [
        ["Stock-outs expected", 500, null],
        ["Open orders to expedite", 10, null],
        ["Data to mend", null, "Stock, row 17"],
      ],
    );
  });

  it("sums up with a native chart of the converted cost, sources, notes and settings", async () => {
    const data = written([line("A"), line("B", { supplier: "Far", currency: "USD" })], {
      currency: "EUR",
      rates: { USD: 0.5 },
    });
    const zip = new ZipReader(data, 1e8);
    const charts = ["chart1", "chart2"].map((name) => zip.read(`xl/charts/${name}.xml`)?.toString() ?? "");
    assert.match(charts[0]!, /Most money at stake.*Exceptions!\$C\$2:\$C\$3/s);
    const chart = charts[1]!;
    assert.match(chart, /Order cost by supplier \(EUR\)/);
    const rows = (await readWorkbook(data, "plan.xlsx")).find(({ name }) => name === "Summary")?.rows ?? [];
    const text = rows
      .flat()
      .filter((cell) => typeof cell === "string")
      .join("\n");
    for (const part of ["book.xlsx", "Week of 16 Nov 2026 is not over", 'sku = A "Artikel"', "95%", "Data to mend"])
      assert.ok(text.includes(part), part);
    const [, first, last] = /Summary!\$F\$(\d+):\$F\$(\d+)/.exec(chart) ?? [];
    assert.deepEqual([rows[Number(first) - 1]?.[5], rows[Number(last) - 1]?.[5]], [25, 12.5]);
  });

  it("writes a plan with nothing to order", async () => {
    const book = await opened(written([line("D", { suggested: 0, quantity: 0 })]));
    assert.equal(sheetOf(book, "Order").getCell("A5").value, "Nothing needs ordering today.");
  });
});
