import assert from "node:assert/strict";
import { registerExcelFunctions } from "../../addin/webbook/excel-functions/index.ts";
import type { SupplierTotal } from "../../shared/purchasing/plan/plan-schema.ts";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import { line, plan, request } from "./plans.ts";
import { calculated } from "./read-back.ts";

describe("a supplier's minimum on the reorder sheet", () => {
  const said = (quantity: number, currency = "CNY"): unknown => {
    const total: SupplierTotal = {
      supplier: "Acme",
      quantity,
      lines: 1,
      cost: quantity * 2.5,
      currency,
      minimum_value: 9000,
      missing: Math.max(0, 9000 - quantity * 2.5),
    };
    const made = { ...plan([line({ sku: "a", suggested: quantity, currency })]), suppliers: [total] };
    const [spec] = reorderSheets(made, request([{ sku: "a" }]), []).sheets;
    const at = spec!.rows.findIndex(({ cells }) => String(cells[0]).startsWith("Subtotal"));
    const cell = spec!.rows[at]!.cells[2] as { readonly result: string };
    registerExcelFunctions();
    const [sheet] = calculated([spec!]);
    const shown = sheet!.rows.find((row) => String(row[0]).startsWith("Subtotal"))![2];
    assert.equal(shown, cell.result);
    return shown;
  };

  it("follows the costs beside its subtotal, as a spreadsheet calculates it", () => {
    assert.equal(said(1333), "Minimum not reached: CNY 3,333 of 9,000, 5,668 missing");
    assert.equal(said(3600), "Minimum of CNY 9,000 reached");
    assert.equal(said(3599.9), "Minimum not reached: CNY 9,000 of 9,000, 1 missing");
  });

  it("takes only a currency's code into its formula", () => {
    assert.equal(said(1333, 'x"&1'), "Minimum not reached: 3,333 of 9,000, 5,668 missing");
  });
});
