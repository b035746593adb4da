import type { Worksheet } from "wasm-xlsxwriter";
import type { Plan, PlanRequest } from "../../shared/purchasing/plan.ts";
import type { Findings } from "../../shared/tables/findings.ts";
import { setUpPage, writeHeader, writeRow, type Column, type Formats } from "./cells.ts";
import type { ConditionalFormat } from "./sheet-extras.ts";

interface Row {
  readonly sku: string;
  readonly code: string;
  readonly money: number;
  readonly message: string;
  readonly where: string;
}

/** What needs a buyer's eye, the dearest first; then what could not be read, with its sheet and row. */
export function writeExceptionsSheet(
  sheet: Worksheet,
  position: number,
  plan: Plan,
  request: PlanRequest,
  findings: Findings,
  formats: Formats,
): ConditionalFormat[] {
  const items = new Map(request.items.map((item) => [item.sku, item]));
  const rows: Row[] = [
    ...plan.exceptions.map((exception) => ({ ...exception, where: "" })).sort((a, b) => b.money - a.money),
    ...findings.bad_rows.map((bad) => ({
      sku: bad.sku,
      code: "data",
      money: 0,
      message: bad.message,
      where: bad.row > 0 ? `${bad.sheet}, row ${bad.row}` : bad.sheet,
    })),
  ];
  const columns: Column<Row>[] = [
    { header: "Kind", width: 14, kind: "text", value: (row) => row.code },
    {
      header: `At stake${request.settings.currency ? ` (${request.settings.currency})` : ""}`,
      width: 15,
      kind: "money",
      value: (row) => (row.money > 0 ? row.money : null),
    },
    { header: "SKU", width: 18, kind: "text", value: (row) => row.sku },
    { header: "Description", width: 30, kind: "wrapped", value: (row) => items.get(row.sku)?.description ?? "" },
    { header: "Supplier", width: 20, kind: "wrapped", value: (row) => items.get(row.sku)?.supplier ?? "" },
    { header: "What is wrong and what to do", width: 90, kind: "wrapped", value: (row) => row.message },
    { header: "Where", width: 24, kind: "wrapped", value: (row) => row.where },
  ];
  writeHeader(sheet, 0, columns, formats);
  rows.forEach((row, i) => writeRow(sheet, i + 1, columns, row, formats));
  if (rows.length === 0) sheet.writeString(1, 0, "No exceptions.");
  setUpPage(sheet, 0);
  sheet.setFreezePanes(1, 0);
  sheet.autofilter(0, 0, Math.max(1, rows.length), columns.length - 1);
  const end = Math.max(2, rows.length + 1);
  const urgent = ["stock-out", "late-order", "expedite"].map((code) => `$A2="${code}"`).join(",");
  return [
    { sheet: position, range: `A2:A${end}`, rule: { formula: `OR(${urgent})`, font: "A8071A", fill: "FFE3E0" } },
    { sheet: position, range: `A2:A${end}`, rule: { formula: `$A2="data"`, font: "614700", fill: "FFF1B8" } },
    { sheet: position, range: `B2:B${end}`, rule: { bar: "F5A89A" } },
  ];
}
