import { type IsoDate, dayNumber } from "../../shared/calendar/dates.ts";
import type { Period } from "../../shared/calendar/periods.ts";
import { periodLabel } from "../../shared/calendar/words.ts";
import type { PlanLine } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { planTime, type PlanTime } from "../../shared/purchasing/terms/plan-time.ts";
import type { ColumnSpec, SheetSpec, SpecCell } from "../../shared/sheets/spec.ts";
import { columnLetter } from "../../shared/tables/sheet.ts";

const AHEAD = 6;

interface ItemColumn extends ColumnSpec {
  cell(line: PlanLine): SpecCell;
}

const dateCell = (date: IsoDate | null): SpecCell => (date === null ? null : { date });

const FIRST: readonly ItemColumn[] = [
  { header: "SKU", width: 14, kind: "text", cell: (line) => line.sku },
  { header: "Description", width: 30, kind: "text", cell: (line) => line.description },
  { header: "Supplier", width: 18, kind: "text", cell: (line) => line.supplier },
  { header: "Supplier's item code", width: 17, kind: "text", cell: (line) => line.supplier_item },
  { header: "Suggested", width: 10.5, kind: "quantity", cell: (line) => line.suggested },
  { header: "Order qty", width: 10.5, kind: "quantity", cell: (line) => line.quantity },
  { header: "Unit cost", width: 10.5, kind: "money", cell: (line) => line.unit_cost },
  { header: "Cost", width: 13, kind: "money", cell: (line) => line.cost },
  { header: "Currency", width: 11, kind: "text", cell: (line) => line.currency },
  { header: "Order by", width: 12, kind: "date", cell: (line) => dateCell(line.order_date) },
  { header: "Arrival", width: 12, kind: "date", cell: (line) => dateCell(line.arrival) },
  {
    header: "Cover (days)",
    width: 8,
    kind: "quantity",
    cell: ({ cover_days }) => (cover_days === null ? null : Math.round(cover_days)),
  },
  { header: "On hand", width: 10, kind: "quantity", cell: (line) => line.on_hand },
  { header: "On order", width: 10, kind: "quantity", cell: (line) => line.on_order },
  { header: "Position", width: 10, kind: "quantity", cell: (line) => line.position },
  { header: "Reorder point", width: 10, kind: "quantity", cell: (line) => line.reorder_point },
  { header: "Order up to", width: 10, kind: "quantity", cell: (line) => line.order_up_to },
  { header: "Expected demand", width: 10, kind: "quantity", cell: (line) => line.expected_demand },
  { header: "Safety stock", width: 10, kind: "quantity", cell: (line) => line.safety_stock },
];
const LAST: readonly ItemColumn[] = [
  { header: "Model", width: 18, kind: "text", cell: (line) => line.model },
  { header: "Why", width: 100, kind: "text", cell: (line) => line.why },
];

/** Headers of `count` periods of the forecast, from number `first` on. */
function forecastHeaders({ startOf }: PlanTime, period: Period, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    periodLabel(dayNumber(startOf(first + i)), period).replace("Week of", "Forecast week of"),
  );
}

/** Every item in one flat table, to filter and to sort. */
export function itemsSheet(name: string, lines: readonly PlanLine[], request: PlanRequest): SheetSpec {
  const time = planTime(request);
  // What lies before the period of today is no forecast that anyone can order by.
  const past = Math.floor(time.at(0));
  const ahead = Math.min(AHEAD, Math.max(0, ...lines.slice(0, 1000).map((line) => line.forecast.length - past)));
  const forecasts = forecastHeaders(time, request.period, past, ahead).map((header, i): ItemColumn => ({
    header,
    width: 11,
    kind: "quantity",
    cell: (line) => line.forecast[past + i] ?? null,
  }));
  const columns = [...FIRST, ...forecasts, ...LAST];
  const index = (header: string): number => columns.findIndex((column) => column.header === header);
  const first = (header: string): string => `$${columnLetter(index(header))}2`;
  return {
    name,
    title: [],
    columns,
    rows: lines.map((line) => ({ kind: "line", cells: columns.map(({ cell }) => cell(line)) })),
    frozenColumns: 2,
    filter: lines.length > 0,
    highlights: [
      { column: index("On hand"), when: `=${first("On hand")}<${first("Safety stock")}`, tone: "bad" },
      { column: index("Order qty"), when: `=${first("Order qty")}>0`, tone: "good" },
    ],
    charts: [],
  };
}
