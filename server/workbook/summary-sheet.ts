import type { Worksheet } from "wasm-xlsxwriter";
import { EXCEPTION_KINDS } from "../../shared/purchasing/exceptions/kinds.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { dayNumber } from "../../shared/calendar/dates.ts";
import { dayLabel } from "../../shared/calendar/words.ts";
import { planMessage } from "../../shared/purchasing/plan/assemble.ts";
import { MEASURE_LABELS, serviceTarget } from "../../shared/purchasing/terms/service-target.ts";
import { percent } from "../../shared/purchasing/terms/words.ts";
import type { Findings } from "../../shared/tables/findings.ts";
import type { ColumnKind, SpecCell } from "../../shared/sheets/spec.ts";
import type { Decisions } from "../../shared/sheets/reorder/decisions.ts";
import { smallLeftOut } from "../../shared/sheets/reorder/exceptions-sheet.ts";
import type { Subtotal } from "../../shared/sheets/reorder/supplier-totals.ts";
import { linesOf, setUpPage, writeCell, type Formats } from "./cells.ts";
import { CHART_ROWS, insertChart, type ChartRange } from "./chart.ts";

export interface SummaryInput {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly findings: Findings;
  /** Of the Order sheet. */
  readonly subtotals: readonly Subtotal[];
  /** Those on the Exceptions sheet. */
  readonly decisions: Decisions;
  /** Name of the workbook that was read. */
  readonly source: string;
}

const WIDTHS = [28, 16, 14, 17, 12, 17, 46];
const LAST = WIDTHS.length - 1;
/** Its name, for its charts to refer to it. */
export const SUMMARY = "Summary";
const LINE_HEIGHT = 15.5;

/** Writes down one column of blocks, keeping the row to write next. */
class Page {
  row = 0;

  constructor(
    readonly sheet: Worksheet,
    readonly formats: Formats,
  ) {}

  heading(text: string): void {
    this.row++;
    for (let column = 0; column <= LAST; column++) this.sheet.writeBlank(this.row, column, this.formats.heading);
    this.sheet.writeStringWithFormat(this.row++, 0, text, this.formats.heading);
  }

  figure(label: string, value: string | number, money = false): void {
    this.sheet.writeStringWithFormat(this.row, 0, label, this.formats.label);
    const format = money ? this.formats.moneyFigure : this.formats.figure;
    if (typeof value === "number") this.sheet.writeNumberWithFormat(this.row, 1, value, format);
    else this.sheet.writeStringWithFormat(this.row, 1, value, format);
    this.row++;
  }

  /** Text across the page, wrapped; Excel does not fit the height of merged cells by itself. */
  paragraph(text: string): void {
    const characters = WIDTHS.reduce((sum, width) => sum + width, 0);
    this.sheet.mergeRange(this.row, 0, this.row, LAST, "", this.formats.paragraph);
    this.sheet.writeStringWithFormat(this.row, 0, text, this.formats.paragraph);
    this.sheet.setRowHeight(this.row, LINE_HEIGHT * linesOf(text, characters));
    this.row++;
  }

  /** A row of a table. */
  line(cells: readonly (readonly [ColumnKind, SpecCell])[]): void {
    cells.forEach(([kind, cell], column) => writeCell(this.sheet, this.row, column, kind, cell, this.formats));
    this.row++;
  }

  header(texts: readonly string[], right: readonly number[] = []): void {
    texts.forEach((text, column) =>
      this.sheet.writeStringWithFormat(
        this.row,
        column,
        text,
        right.includes(column) ? this.formats.headerRight : this.formats.headerLeft,
      ),
    );
    this.row++;
  }
}

function supplierTable(page: Page, { subtotals, request }: SummaryInput): ChartRange | null {
  if (subtotals.length === 0) return null;
  const { currency: company = "", rates = {} } = request.settings;
  const groups = subtotals.map(({ group }) => group);
  const mixed = new Set(groups.map(({ currency }) => currency)).size > 1;
  const convertible = mixed && company !== "" && groups.every(({ worth }) => worth !== null);
  page.heading("Orders by supplier");
  page.header(
    ["Supplier", "Lines", "Units", "Cost", "Currency", ...(convertible ? [`Cost (${company})`] : [])],
    [1, 2, 3, 5],
  );
  const first = page.row;
  for (const { group, quantity, cost } of subtotals) {
    page.line([
      ["text", group.supplier],
      ["quantity", group.lines.length],
      ["quantity", { formula: `=Order!${quantity}`, result: group.quantity }],
      ["money", { formula: `=Order!${cost}`, result: group.cost }],
      ["text", group.currency],
      ...(convertible
        ? [["money", { formula: `=D${page.row + 1}*${rates[group.currency] ?? 1}`, result: group.worth! }] as const]
        : []),
    ]);
  }
  // Bars of different currencies beside each other would compare what does not compare.
  if ((mixed && !convertible) || groups.length < 2 || groups[0]!.cost <= 0) return null;
  const shown = convertible ? company : groups[0]!.currency;
  return {
    sheet: SUMMARY,
    kind: "column",
    title: `Order cost by supplier${shown ? ` (${shown})` : ""}`,
    labels: 0,
    series: [convertible ? 5 : 3],
    rows: [first, first + Math.min(12, groups.length) - 1],
  };
}

function exceptionTable(page: Page, { decisions, request }: SummaryInput): ChartRange | null {
  const kinds = Object.entries(EXCEPTION_KINDS)
    .map(([code, label]) => ({ label, own: decisions.shown.filter((decision) => decision.code === code) }))
    .map(({ label, own }) => ({
      label,
      count: own.length,
      items: new Set(own.flatMap(({ skus }) => skus)).size,
      money: own.reduce((sum, { money }) => sum + money, 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.money - a.money || b.count - a.count);
  if (kinds.length === 0) return null;
  page.heading("Exceptions by kind");
  page.header(
    ["Kind", "Count", "Items", `At stake${request.settings.currency ? ` (${request.settings.currency})` : ""}`],
    [1, 2, 3],
  );
  const first = page.row;
  for (const { label, count, items, money } of kinds) {
    page.line([
      ["text", label],
      ["quantity", count],
      ["quantity", items > 0 ? items : null],
      ["money", money > 0 ? money : null],
    ]);
  }
  const small = smallLeftOut(decisions, request.settings.currency);
  const last = page.row - 1;
  if (small !== undefined) page.paragraph(small);
  const withMoney = kinds.filter(({ money }) => money > 0).length;
  const chart = { sheet: SUMMARY, kind: "column", labels: 0 } as const;
  if (withMoney > 0)
    return {
      ...chart,
      title: "Money at stake by kind of exception",
      series: [3],
      rows: [first, first + withMoney - 1],
    };
  return { ...chart, title: "Exceptions by kind", series: [1], rows: [first, last] };
}

function readingBlock(page: Page, { findings, source }: SummaryInput): void {
  page.heading("What was read");
  page.figure("Workbook", source);
  page.figure(
    "History",
    `${findings.periods} ${findings.period}s: ${dayLabel(dayNumber(findings.first_period))} to ${findings.period === "day" ? "" : `the ${findings.period} of `}${dayLabel(dayNumber(findings.last_period))}`,
  );
  page.row++;
  page.header(["Sheet", "Taken as", "Header row", "Rows", "Columns", "", ""], [2, 3]);
  for (const table of findings.tables) {
    writeCell(page.sheet, page.row, 0, "wrapped", table.sheet, page.formats);
    writeCell(page.sheet, page.row, 1, "text", table.role, page.formats);
    writeCell(page.sheet, page.row, 2, "quantity", table.header_row, page.formats);
    writeCell(page.sheet, page.row, 3, "quantity", table.rows, page.formats);
    const columns = table.columns
      .map(({ field, header, letter }) => `${field.replaceAll("_", " ")} = ${letter} "${header}"`)
      .join("; ");
    const format = page.formats.of("wrapped", columns);
    page.sheet.mergeRange(page.row, 4, page.row, LAST, "", format);
    page.sheet.writeStringWithFormat(page.row, 4, columns, format);
    const width = WIDTHS.slice(4).reduce((sum, one) => sum + one, 0);
    page.sheet.setRowHeight(page.row, LINE_HEIGHT * linesOf(columns, width));
    page.row++;
  }
}

/** Headline numbers, a chart, what was read from where, and every assumption that was made. */
export function writeSummarySheet(sheet: Worksheet, input: SummaryInput, formats: Formats): void {
  const { plan, request, findings } = input;
  const page = new Page(sheet, formats);
  WIDTHS.forEach((width, column) => sheet.setColumnWidth(column, width));
  sheet.setScreenGridlines(false);
  sheet.writeStringWithFormat(page.row++, 0, `Reorder plan for ${dayLabel(dayNumber(request.today))}`, formats.title);
  page.paragraph(planMessage(plan, input.decisions.shown.length));
  page.figure("Items planned", plan.summary.items);
  page.figure("Lines to order", plan.summary.to_order);
  for (const [currency, cost] of Object.entries(plan.summary.cost))
    page.figure(`Order cost${currency ? ` ${currency}` : ""}`, cost, true);
  page.figure("Exceptions", input.decisions.shown.length);
  if (findings.bad_rows.length > 0) page.figure("Rows to mend", findings.bad_rows.length);

  // The chart stands above the tables that it shows, so that it is on the first page.
  const chartRow = page.row + 1;
  page.row = chartRow + CHART_ROWS;
  const bySupplier = supplierTable(page, input);
  const byKind = exceptionTable(page, input);
  const charted = bySupplier ?? byKind;
  if (charted) insertChart(sheet, chartRow, 0, charted);
  readingBlock(page, input);
  if (findings.notes.length > 0) {
    page.heading("Notes and assumptions");
    for (const note of findings.notes) page.paragraph(`•  ${note}`);
  }
  page.heading("Settings");
  const { settings } = request;
  const target = serviceTarget(settings);
  page.figure(MEASURE_LABELS[target.measure], percent(target.share));
  page.figure("Days between reviews", settings.review_days);
  page.figure("Planned by", request.period);
  page.figure("Overstock beyond (days)", settings.overstock_days);
  if (settings.order_cost !== undefined) page.figure("Cost of an order line", settings.order_cost, true);
  if (settings.holding_rate !== undefined) page.figure("Holding cost a year", percent(settings.holding_rate));
  setUpPage(sheet, 0);
}
