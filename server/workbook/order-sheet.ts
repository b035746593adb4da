import type { Worksheet } from "wasm-xlsxwriter";
import { columnLetter } from "../../shared/tables/sheet.ts";
import type { PlanLine, PlanRequest } from "../../shared/purchasing/plan.ts";
import { setUpPage, writeCell, writeFormula, writeHeader, writeRow, type Column, type Formats } from "./cells.ts";
import type { ConditionalFormat, NumberInput } from "./sheet-extras.ts";

const NO_SUPPLIER = "(no supplier)";
const HEADER = 3;
const AHEAD = 4;

/** Where a supplier's subtotal stands, for the summary to refer to. */
export interface SupplierGroup {
  readonly supplier: string;
  readonly currency: string;
  readonly lines: readonly PlanLine[];
  /** 1-based row of its subtotal. */
  readonly row: number;
  readonly cost: number;
  /** In the company's currency, by the settings' rates; equal to `cost` where none is given. */
  readonly worth: number;
  readonly quantity: number;
}

export interface OrderSheet {
  readonly groups: readonly SupplierGroup[];
  readonly quantityColumn: string;
  readonly costColumn: string;
  readonly formats: readonly ConditionalFormat[];
  readonly inputs: readonly NumberInput[];
}

function columnsFor(request: PlanRequest): Column<PlanLine>[] {
  return [
    { header: "Supplier", width: 18, kind: "wrapped", value: (line) => line.supplier || NO_SUPPLIER },
    { header: "SKU", width: 14, kind: "text", value: (line) => line.sku },
    { header: "Description", width: 24, kind: "wrapped", value: (line) => line.description },
    { header: "Supplier item", width: 14, kind: "text", value: (line) => line.supplier_item },
    { header: "Suggested", width: 10.5, kind: "quantity", value: (line) => line.suggested },
    { header: "Order qty", width: 10.5, kind: "input", value: (line) => line.quantity },
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
    { header: "On hand", width: 9, kind: "quantity", value: (line) => line.on_hand },
    { header: "On order", width: 9, kind: "quantity", value: (line) => line.on_order },
    { header: "Reorder point", width: 9, kind: "quantity", value: (line) => line.reorder_point },
    { header: "Safety stock", width: 9, kind: "quantity", value: (line) => line.safety_stock },
    {
      header: `Forecast, next ${AHEAD} ${request.period}s`,
      width: 11,
      kind: "quantity",
      value: (line) => line.forecast.slice(0, AHEAD).reduce((sum, x) => sum + x, 0),
    },
    { header: "Why", width: 64, kind: "wrapped", value: (line) => line.why },
  ];
}

/** Lines by supplier and currency, the dearest supplier first. */
function grouped(lines: readonly PlanLine[], { settings }: PlanRequest): Omit<SupplierGroup, "row">[] {
  const groups = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.supplier, line.currency]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const sum = (own: readonly PlanLine[], of: (line: PlanLine) => number | null): number =>
    own.reduce((total, line) => total + (of(line) ?? 0), 0);
  return [...groups.values()]
    .map((own) => {
      const currency = own[0]?.currency ?? "";
      const cost = sum(own, (line) => line.cost);
      return {
        supplier: own[0]?.supplier || NO_SUPPLIER,
        currency,
        lines: own.sort((a, b) => (b.cost ?? 0) - (a.cost ?? 0)),
        cost,
        worth: cost * (settings.rates?.[currency] ?? 1),
        quantity: sum(own, (line) => line.quantity),
      };
    })
    .sort((a, b) => b.worth - a.worth || a.supplier.localeCompare(b.supplier, "en"));
}

/** The sheet a buyer works in: what to order, by supplier, with quantities to change and totals that follow. */
export function writeOrderSheet(
  sheet: Worksheet,
  position: number,
  lines: readonly PlanLine[],
  request: PlanRequest,
  title: string,
  formats: Formats,
): OrderSheet {
  const columns = columnsFor(request);
  const at = (header: string): number => columns.findIndex((column) => column.header === header);
  const [quantity, unitCost, cost, currency] = [at("Order qty"), at("Unit cost"), at("Cost"), at("Currency")];
  const [q, u, c] = [columnLetter(quantity), columnLetter(unitCost), columnLetter(cost)];
  sheet.writeStringWithFormat(0, 0, title, formats.title);
  sheet.writeStringWithFormat(
    1,
    0,
    "Change Order qty (yellow) as you see fit: costs, subtotals and totals follow. Changed quantities turn orange.",
    formats.hint,
  );
  writeHeader(sheet, HEADER, columns, formats);
  setUpPage(sheet, HEADER);
  sheet.setFreezePanes(HEADER + 1, 3);

  let row = HEADER + 1;
  const groups: SupplierGroup[] = [];
  const costFormat = formats.of("money", 0);
  const strongMoney = formats.of("money", 0, true);
  for (const group of grouped(lines, request)) {
    const first = row;
    for (const line of group.lines) {
      writeRow(sheet, row, columns, line, formats);
      if (line.unit_cost !== null)
        writeFormula(sheet, row, cost, `${q}${row + 1}*${u}${row + 1}`, line.quantity * line.unit_cost, costFormat);
      row++;
    }
    columns.forEach((column, index) => writeCell(sheet, row, index, column.kind, null, formats, true));
    writeCell(
      sheet,
      row,
      0,
      "text",
      `Subtotal ${group.supplier}${group.currency ? ` (${group.currency})` : ""}`,
      formats,
      true,
    );
    writeFormula(
      sheet,
      row,
      quantity,
      `SUBTOTAL(9,${q}${first + 1}:${q}${row})`,
      group.quantity,
      formats.of("quantity", 0, true),
    );
    writeFormula(sheet, row, cost, `SUBTOTAL(9,${c}${first + 1}:${c}${row})`, group.cost, strongMoney);
    sheet.groupRows(first, row - 1);
    groups.push({ ...group, row: row + 1 });
    row++;
  }
  const last = row;
  if (groups.length === 0) sheet.writeString(row, 0, "Nothing needs ordering today.");
  const currencies = [...new Set(groups.map((group) => group.currency))];
  const cI = columnLetter(currency);
  for (const code of currencies) {
    const total = groups.filter((group) => group.currency === code).reduce((sum, group) => sum + group.cost, 0);
    columns.forEach((column, index) => writeCell(sheet, row, index, column.kind, null, formats, true));
    writeCell(sheet, row, 0, "text", `Grand total${code ? ` ${code}` : ""}`, formats, true);
    // One currency: SUBTOTAL passes over the subtotals and follows the filter. Several must not be added to each other.
    const formula =
      currencies.length === 1
        ? `SUBTOTAL(9,${c}${HEADER + 2}:${c}${last})`
        : `SUMIFS(${c}${HEADER + 2}:${c}${last},${cI}${HEADER + 2}:${cI}${last},"${code.replaceAll('"', '""')}")`;
    writeFormula(sheet, row, cost, formula, total, strongMoney);
    row++;
  }
  const area = (header: string): string =>
    `${columnLetter(at(header))}${HEADER + 2}:${columnLetter(at(header))}${Math.max(last, HEADER + 2)}`;
  const cell = (header: string): string => `$${columnLetter(at(header))}${HEADER + 2}`;
  if (groups.length > 0) sheet.autofilter(HEADER, 0, last - 1, columns.length - 1);
  const line = `LEN(${cell("SKU")})>0`;
  return {
    groups,
    quantityColumn: q,
    costColumn: c,
    formats: [
      {
        sheet: position,
        range: area("Order qty"),
        rule: { formula: `AND(${line},${cell("Order qty")}<>${cell("Suggested")})`, font: "7A3E00", fill: "FFD591" },
      },
      {
        sheet: position,
        range: area("On hand"),
        rule: { formula: `AND(${line},${cell("On hand")}<${cell("Safety stock")})`, font: "A8071A", fill: "FFE3E0" },
      },
    ],
    inputs: [{ sheet: position, range: area("Order qty"), message: "Order qty must be a number of at least 0." }],
  };
}
