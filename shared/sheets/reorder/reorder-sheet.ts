import type { SupplierTotal } from "../../purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../purchasing/terms/plan.ts";
import { columnLetter } from "../../tables/sheet.ts";
import { rowOf, summaryRow } from "../layout.ts";
import { legible } from "../page.ts";
import type { HighlightSpec, RowSpec, SheetSpec } from "../spec.ts";
import { fitted } from "../widths.ts";
import { rateOf } from "./currencies.ts";
import type { Heading } from "./headers.ts";
import { SHORT_OF } from "./minimum-cell.ts";
import type { Money } from "./order-columns.ts";
import type { OrderLine } from "./order-lines.ts";
import { OrderTable } from "./order-table.ts";
import { supplierGroups, type SupplierGroup } from "./supplier-groups.ts";
import { supplierTotals, totalsHeight, type Subtotal } from "./supplier-totals.ts";

export interface ReorderSheetParts {
  readonly name: string;
  readonly title: readonly string[];
  readonly lines: readonly OrderLine[];
  readonly request: PlanRequest;
  /** The plan's, for the suppliers' minimums. */
  readonly totals: readonly SupplierTotal[];
  /** Columns that it does without; none of those that identify a line or that other columns are worked out from. */
  readonly without?: readonly Heading[];
}

export interface ReorderSheet {
  readonly sheet: SheetSpec;
  readonly subtotals: readonly Subtotal[];
}

/** What stays in view: what is ordered, of what. */
const FROZEN: Heading = "quantity";
/** What a supplier's page says ends here. */
const PRINTED: Heading = "supplier";
/** Characters of the reason that are always seen. */
const LEAST_WHY = 40;

function moneyOf(groups: readonly SupplierGroup[], company: string | undefined): Money {
  const currencies = new Set(groups.map(({ currency }) => currency));
  if (currencies.size > 1)
    return company !== undefined && groups.every(({ worth }) => worth !== null) ? "company" : "mixed";
  const [only = ""] = currencies;
  return only === "" || only === company ? "one currency" : "foreign";
}

function highlights(table: OrderTable, title: readonly string[], first: number, minimums: boolean): HighlightSpec[] {
  const at = (heading: Heading): string => `$${table.at(heading, first)}`;
  const why = columnLetter(table.index("why"));
  const short: HighlightSpec = {
    column: table.index("why"),
    inSummary: true,
    when: `=ISNUMBER(SEARCH("${SHORT_OF}",$${why}${summaryRow({ title }, 0) + 1}))`,
    tone: "bad",
  };
  const all: readonly (readonly [Heading, string, HighlightSpec["tone"]])[] = [
    ["quantity", `=${at("quantity")}<>${at("suggested")}`, "warning"],
    ["own", `=LEN(${at("own")})>0`, "warning"],
    ["onHand", `=${at("onHand")}<${at("safetyStock")}`, "bad"],
  ];
  const lines = all
    .map(([heading, when, tone]) => ({ column: table.index(heading), when, tone }))
    .filter(({ column }) => column >= 0);
  return minimums ? [short, ...lines] : lines;
}

/** Rows that begin a supplier's page: each group's first but the first group's. */
const pageBreaks = (groups: readonly SupplierGroup[]): number[] =>
  groups.slice(0, -1).reduce<number[]>((breaks, { lines }) => [...breaks, (breaks.at(-1) ?? 0) + lines.length], []);

/**
 * The sheet a buyer orders from: one row a line and nothing between them, so that it can be sorted and filtered by any
 * column; what a supplier's lines come to stands above them.
 */
export function reorderSheet({
  name,
  title,
  lines,
  request: { settings },
  totals: known,
  without = [],
}: ReorderSheetParts): ReorderSheet {
  const company = settings.currency;
  const all = new Set(lines.map(({ currency }) => currency));
  const rate = (currency: string): number | null => rateOf(currency, all, settings);
  const groups = supplierGroups(lines, rate);
  const table = new OrderTable(moneyOf(groups, company), without);
  const blank = { rows: Array<RowSpec>(totalsHeight(groups)), details: 0, folded: false };
  const first = rowOf({ title, summary: blank }, 0);
  const rows = groups
    .flatMap((group) => group.lines)
    .map((line, i): RowSpec => {
      const placed = { line, rate: rate(line.currency), at: (heading: Heading) => table.at(heading, first + i) };
      return { kind: "line", cells: table.columns.map(({ cell }) => cell(placed)) };
    });
  const parts = { table, title, groups, known, company, rate };
  const { summary, subtotals } =
    rows.length === 0
      ? { summary: undefined, subtotals: [] }
      : supplierTotals(parts, { from: first, to: first + rows.length });
  const printed = table.index(PRINTED) + 1;
  const nothing = table.row("heading", { sku: "Nothing needs ordering today." });
  const minimums = known.some(({ minimum_value }) => minimum_value !== undefined);
  const sheet: SheetSpec = {
    name,
    title,
    ...(summary && { summary }),
    columns: legible(fitted(table.specs(company), rows), printed, table.index("why"), LEAST_WHY),
    rows: rows.length === 0 ? [nothing] : rows,
    frozenColumns: table.index(FROZEN) + 1,
    detailsFrom: table.detailsFrom,
    print: { columns: printed, breaks: pageBreaks(groups) },
    filter: rows.length > 0,
    highlights: rows.length > 0 ? highlights(table, title, first, minimums) : [],
    charts: [],
  };
  return { sheet, subtotals };
}
