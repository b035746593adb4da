import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { readWorkbook } from "../../server/workbook/read.ts";
import { templateWorkbook } from "../../server/workbook/template.ts";
import { UserError } from "../../shared/define/errors.ts";
import { requestFromSheets } from "../../shared/tables/request-from-sheets.ts";
import { TEMPLATE, type ColumnKey, type SheetKey } from "../../shared/template/columns.ts";
import {
  TEMPLATE_LANGUAGES,
  templateLanguage,
  templateLanguageOf,
  type TemplateLanguage,
} from "../../shared/template/languages.ts";
import { templateOf } from "../../shared/template/template.ts";

const LANGUAGES = Object.keys(TEMPLATE_LANGUAGES) as TemplateLanguage[];
const TODAY = "2026-06-29";
type Row = Readonly<Partial<Record<ColumnKey, string | number | boolean | Date>>>;

const monday = (week: number): Date => new Date(Date.UTC(2025, 5, 30 + 7 * week));

/** What a buyer fills in, by column; "yes" and "no" are written in the language. */
const FILLED: Readonly<Record<SheetKey, readonly Row[]>> = {
  items: [
    {
      sku: "007",
      description: "Train",
      supplier: "North",
      supplier_item: "N-1",
      on_hand: 3,
      lead_time: 21,
      cost: 4.5,
      currency: "EUR",
      moq: 24,
      multiple: 12,
      maximum: 480,
      discontinued: "no",
    },
    {
      sku: "A-2",
      description: "Doll",
      supplier: "South",
      supplier_item: "77",
      on_hand: 40,
      lead_time: 10,
      cost: 8.2,
      moq: 5,
    },
    { sku: "A-3", description: "Old doll", supplier: "South", on_hand: 9, lead_time: 7, discontinued: "yes" },
  ],
  sales: ["007", "A-2", "A-3"].flatMap((sku, item) =>
    Array.from({ length: 52 }, (_, week) => ({
      date: monday(week),
      sku,
      sold: 4 + ((week * (item + 2)) % 5),
      ...(week === 7 && { in_stock: "no" }),
    })),
  ),
  orders: [{ reference: "PO-9", sku: "A-2", open_quantity: 30, due: new Date("2026-07-10") }],
  suppliers: [
    { supplier: "North", lead_time: 21, minimum_value: 100, currency: "EUR", rate: 1 },
    { supplier: "South", lead_time: 10, minimum_value: 300, currency: "USD", rate: 0.9 },
  ],
  promotions: [
    { sku: "007", start: new Date("2026-07-13"), end: new Date("2026-07-19"), discount: 0.2 },
    { sku: "007", start: new Date("2026-02-02"), end: new Date("2026-02-08"), discount: 0.25 },
  ],
};

/** The template of a language, filled in as Excel would save it. */
async function filled(language: TemplateLanguage, of = FILLED): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await templateWorkbook(language)) as unknown as ArrayBuffer);
  const { words, sheets } = templateOf(language);
  for (const { key, name } of sheets)
    of[key].forEach((row, i) =>
      TEMPLATE[key].forEach(({ key: column, kind }, c) => {
        const value = row[column];
        if (value === undefined) return;
        const cell = book.getWorksheet(name)!.getCell(i + 2, c + 1);
        cell.value = kind === "yes-no" ? words.examples[value as "yes" | "no"] : value;
      }),
    );
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function read(language: TemplateLanguage, of = FILLED) {
  return requestFromSheets(await readWorkbook(await filled(language, of), "template.xlsx"), {
    today: TODAY,
    now: TODAY,
  });
}

describe("the workbook to fill in", () => {
  it("is read without a question, alike in all eight languages", async () => {
    const { request: expected } = await read("en");
    assert.equal(expected.items.length, 3);
    assert.deepEqual(
      [expected.items[0]!.moq, expected.items[0]!.multiple, expected.items[0]!.maximum, expected.items[0]!.on_hand],
      [24, 12, 480, 3],
    );
    assert.equal(expected.items[2]!.status, "discontinued");
    assert.deepEqual(expected.items[1]!.on_order, [{ quantity: 30, due: "2026-07-10", reference: "PO-9" }]);
    assert.equal(expected.promotions?.length, 2);
    assert.equal(expected.suppliers?.length, 2);
    assert.equal(expected.history["007"]!.length, 52);
    for (const language of LANGUAGES) {
      const { request, findings } = await read(language);
      assert.deepEqual(request, expected, language);
      assert.deepEqual(findings.questions, [], language);
      assert.deepEqual(findings.bad_rows, [], language);
    }
  });

  it("needs no sheet but items and sales, and no column that is not needed", async () => {
    const few = { ...FILLED, orders: [], suppliers: [], promotions: [] };
    const items = [{ sku: "007", on_hand: 3, lead_time: 21 }];
    const sales = FILLED.sales.filter(({ sku }) => sku === "007").map(({ date, sku, sold }) => ({ date, sku, sold }));
    const { request: expected } = await read("en", { ...few, items, sales } as typeof FILLED);
    for (const language of LANGUAGES) {
      const { request, findings } = await read(language, { ...few, items, sales } as typeof FILLED);
      assert.deepEqual(request, expected, language);
      assert.deepEqual([findings.questions, findings.bad_rows], [[], []], language);
    }
    assert.deepEqual([expected.items[0]!.on_hand, expected.items[0]!.lead_time_days], [3, 21]);
  });

  it("makes no order of its examples", async () => {
    for (const language of LANGUAGES) {
      const sheets = await readWorkbook(await templateWorkbook(language), "template.xlsx");
      assert.throws(() => requestFromSheets(sheets, { today: TODAY, now: TODAY }), UserError, language);
      for (const { name } of templateOf(language).sheets)
        assert.equal(sheets.find((sheet) => sheet.name === name)?.rows.length, 1, name);
    }
  });

  it("says on each header what it means, and takes only what fits the column", async () => {
    for (const language of LANGUAGES) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await templateWorkbook(language)) as unknown as ArrayBuffer);
      const { sheets, words } = templateOf(language);
      for (const { key, name, columns } of sheets)
        columns.forEach(({ header, note, kind }, c) => {
          const sheet = book.getWorksheet(name)!;
          const cell = sheet.getCell(1, c + 1);
          assert.equal(cell.value, header);
          const written = cell.note as ExcelJS.Comment | string;
          const text = typeof written === "string" ? written : (written.texts ?? []).map((part) => part.text).join("");
          assert.equal(text, note, `${language} ${key}`);
          const rule = sheet.getCell(2, c + 1).dataValidation as ExcelJS.DataValidation | undefined;
          assert.equal(rule === undefined, kind === "text", `${language} ${header}`);
          if (kind === "yes-no") assert.deepEqual(rule?.formulae, [`"${words.examples.yes},${words.examples.no}"`]);
        });
    }
  });

  it("has sheets with names of their own and headers that differ", () => {
    for (const language of LANGUAGES) {
      const { sheets, guide } = templateOf(language);
      const names = [guide.name, ...sheets.map(({ name }) => name)];
      assert.equal(new Set(names).size, names.length);
      for (const { columns } of sheets)
        assert.equal(new Set(columns.map(({ header }) => header)).size, columns.length, language);
    }
  });

  it("is the same bytes each time, and names the languages where one is not known", async () => {
    assert.deepEqual(await templateWorkbook("fr"), await templateWorkbook("fr"));
    assert.equal(templateLanguage(" DE "), "de");
    assert.throws(() => templateLanguage("xx"), /"xx" is not known; it must be one of en \(English\), de \(Deutsch\)/);
    assert.throws(() => templateLanguage("constructor"), UserError);
    assert.deepEqual(["pt-BR", "zh-Hant-TW", "sv", ""].map(templateLanguageOf), ["pt", "zh", "en", "en"]);
  });
});
