import type { Worksheet } from "wasm-xlsxwriter";
import type { IsoDate, Period, PlanLine, PlanRequest } from "../../shared/purchasing/plan.ts";
import { dayNumber, periodIndex, periodLabel } from "../../shared/tables/calendar.ts";
import { columnLetter } from "../../shared/tables/sheet.ts";
import { setUpPage, writeHeader, writeRow, type Column, type Formats } from "./cells.ts";
import type { ConditionalFormat } from "./sheet-extras.ts";

const AHEAD = 6;

/** Headers of the periods that the forecast speaks of: from the one that holds `today` on. */
function forecastHeaders(today: IsoDate, period: Period, count: number): string[] {
  const first = periodIndex(dayNumber(today), period);
  return Array.from({ length: count }, (_, i) => periodLabel(first + i, period).replace("Week of", "Forecast week of"));
}

/** Every item in one flat table, to filter and to sort. */
export function writeItemsSheet(
  sheet: Worksheet,
  position: number,
  lines: readonly PlanLine[],
  request: PlanRequest,
  formats: Formats,
): ConditionalFormat[] {
  const ahead = Math.min(AHEAD, Math.max(0, ...lines.slice(0, 1000).map((line) => line.forecast.length)));
  const columns: Column<PlanLine>[] = [
    { header: "SKU", width: 14, kind: "text", value: (line) => line.sku },
    { header: "Description", width: 30, kind: "text", value: (line) => line.description },
    { header: "Supplier", width: 18, kind: "text", value: (line) => line.supplier },
    { header: "Supplier item", width: 14, kind: "text", value: (line) => line.supplier_item },
    { header: "Suggested", width: 10.5, kind: "quantity", value: (line) => line.suggested },
    { header: "Order qty", width: 10.5, kind: "quantity", value: (line) => line.quantity },
    { header: "Unit cost", width: 10.5, kind: "money", value: (line) => line.unit_cost },
    { header: "Cost", width: 13, kind: "money", value: (line) => line.cost },
    { header: "Currency", width: 11, kind: "text", value: (line) => line.currency },
    { header: "Order by", width: 12, kind: "date", value: (line) => line.order_date },
    { header: "Arrival", width: 12, kind: "date", value: (line) => line.arrival },
    {
      header: "Cover (days)",
      width: 8,
      kind: "quantity",
      value: (line) => (line.cover_days === null ? null : Math.round(line.cover_days)),
    },
    { header: "On hand", width: 10, kind: "quantity", value: (line) => line.on_hand },
    { header: "On order", width: 10, kind: "quantity", value: (line) => line.on_order },
    { header: "Position", width: 10, kind: "quantity", value: (line) => line.position },
    { header: "Reorder point", width: 10, kind: "quantity", value: (line) => line.reorder_point },
    { header: "Order up to", width: 10, kind: "quantity", value: (line) => line.order_up_to },
    { header: "Safety stock", width: 10, kind: "quantity", value: (line) => line.safety_stock },
    ...forecastHeaders(request.today, request.period, ahead).map((header, i): Column<PlanLine> => ({
      header,
      width: 11,
      kind: "quantity",
      value: (line) => line.forecast[i] ?? null,
    })),
    { header: "Model", width: 18, kind: "text", value: (line) => line.model },
    { header: "Why", width: 100, kind: "text", value: (line) => line.why },
  ];
  writeHeader(sheet, 0, columns, formats);
  lines.forEach((line, i) => writeRow(sheet, i + 1, columns, line, formats));
  setUpPage(sheet, 0);
  sheet.setFreezePanes(1, 2);
  sheet.autofilter(0, 0, Math.max(1, lines.length), columns.length - 1);
  const letter = (header: string): string => columnLetter(columns.findIndex((column) => column.header === header));
  const range = (header: string): string => `${letter(header)}2:${letter(header)}${lines.length + 1}`;
  if (lines.length === 0) return [];
  return [
    {
      sheet: position,
      range: range("On hand"),
      rule: { formula: `$${letter("On hand")}2<$${letter("Safety stock")}2`, font: "A8071A", fill: "FFE3E0" },
    },
    {
      sheet: position,
      range: range("Order qty"),
      rule: { formula: `$${letter("Order qty")}2>0`, font: "0B4F9E", fill: "E3F0FF" },
    },
  ];
}
