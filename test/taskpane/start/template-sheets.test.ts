import assert from "node:assert/strict";
import { templateSpecs } from "../../../addin/taskpane/start/template-sheets.ts";
import { writeBeside } from "../../../addin/taskpane/start/write-beside.ts";
import { TEMPLATE_LANGUAGES, type TemplateLanguage } from "../../../shared/template/languages.ts";
import { templateOf } from "../../../shared/template/template.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { fakePort } from "../fake-port.ts";

/** Monday 30 June 2025 as Excel counts days. */
const FIRST = 45_838;

describe("the sheets to fill in that the pane adds", () => {
  it("are read without a question in every language, and their explanation orders nothing", async () => {
    const requests = [];
    for (const language of Object.keys(TEMPLATE_LANGUAGES) as TemplateLanguage[]) {
      const template = templateOf(language);
      const port = fakePort([{ name: "Sheet1", rows: [] }]);
      await writeBeside(port, templateSpecs(template), "Sheets to fill in");
      const rowsOf = (key: string) => (key === "items" ? [["007", "Train", "North", null, 3, 21]] : SALES);
      const sheets = port.sheets.map((sheet) => {
        const key = template.sheets.find(({ name }) => name === sheet.name)?.key;
        return key === "items" || key === "sales"
          ? { ...sheet, rows: [sheet.rows[0]!, ...rowsOf(key), ...sheet.rows.slice(60)] }
          : sheet;
      });
      const { request, findings } = requestFromSheets(sheets, { now: "2026-06-29" });
      assert.deepEqual([findings.questions, findings.bad_rows], [[], []], language);
      requests.push(request);
    }
    assert.deepEqual(
      requests[0]!.items.map(({ sku, on_hand }) => [sku, on_hand]),
      [["007", 3]],
    );
    for (const request of requests) assert.deepEqual(request, requests[0]);
  });

  it("leave a sheet of the same name alone", async () => {
    const port = fakePort([{ name: "Sales", rows: [["mine"]] }]);
    await assert.rejects(writeBeside(port, templateSpecs(templateOf("en")), "x"), /already has a sheet "Sales"/);
    assert.deepEqual(port.sheets, [{ name: "Sales", rows: [["mine"]] }]);
  });
});

const SALES = Array.from({ length: 52 }, (_, week) => [FIRST + 7 * week, "007", 4 + (week % 5)]);
