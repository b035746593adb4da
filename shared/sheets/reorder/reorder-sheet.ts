import type { SupplierTotal } from "../../purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../purchasing/terms/plan.ts";
import { counted } from "../../purchasing/terms/words.ts";
import { columnLetter } from "../../tables/sheet.ts";
import { blockAddress, rowOf } from "../layout.ts";
import type { ColumnSpec, HighlightSpec, RowSpec, SheetSpec, SpecCell } from "../spec.ts";
import { rateOf } from "./currencies.ts";
import { NO_CURRENCY, type Heading } from "./headers.ts";
import { minimumCell, minimumOf, SHORT_OF } from "./minimum-cell.ts";
import { headerOf, ORDER_COLUMNS } from "./order-columns.ts";
import type { OrderLine } from "./order-lines.ts";
import { supplierGroups, type SupplierGroup } from "./supplier-groups.ts";

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

/** A supplier's subtotal, with the A1 addresses of its figures. */
export interface Subtotal {
  readonly group: SupplierGroup;
  readonly quantity: string;
  readonly cost: string;
}

export interface ReorderSheet {
  readonly sheet: SheetSpec;
  readonly subtotals: readonly Subtotal[];
}

const FROZEN: Heading = "sku";
const add = <T>(of: readonly T[], value: (one: T) => number): number => of.reduce((sum, one) => sum + value(one), 0);

/** The sheet's columns, and addresses in them; rows are counted from 0. */
class Columns {
  readonly list: typeof ORDER_COLUMNS;

  constructor(without: readonly Heading[]) {
    this.list = ORDER_COLUMNS.filter(({ heading }) => !without.includes(heading));
  }

  specs(company: string | undefined): ColumnSpec[] {
    return this.list.map(({ heading, width, kind }) => ({ header: headerOf(heading, company), width, kind }));
  }

  index(heading: Heading): number {
    return this.list.findIndex((column) => column.heading === heading);
  }

  at(heading: Heading, row: number): string {
    return `${columnLetter(this.index(heading))}${row + 1}`;
  }

  /** From a row to before another. */
  block(heading: Heading, from: number, to: number): string {
    const column = this.index(heading);
    return blockAddress(from, column, to - 1, column);
  }

  row(kind: RowSpec["kind"], cells: Partial<Record<Heading, SpecCell>>): RowSpec {
    return { kind, cells: this.list.map(({ heading }) => cells[heading] ?? null) };
  }

  /** A sum that passes over subtotals and what the filter hides; `to` is the row after the last. */
  visibleSum(heading: Heading, from: number, to: number, result: number): SpecCell {
    if (this.index(heading) < 0) return null;
    return { formula: `=SUBTOTAL(9,${this.block(heading, from, to)})`, result };
  }
}

function highlights(columns: Columns, first: number, minimums: boolean): HighlightSpec[] {
  const at = (heading: Heading): string => `$${columns.at(heading, first)}`;
  const line = `LEN(${at("sku")})>0`;
  const short = `=AND(LEN(${at("sku")})=0,LEFT(${at("description")},${SHORT_OF.length})="${SHORT_OF}")`;
  const all: readonly (readonly [Heading, string, HighlightSpec["tone"]])[] = [
    ...(minimums ? [["description", short, "bad"] as const] : []),
    ["quantity", `=AND(${line},${at("quantity")}<>${at("suggested")})`, "warning"],
    ["own", `=LEN(${at("own")})>0`, "warning"],
    ["onHand", `=AND(${line},${at("onHand")}<${at("safetyStock")})`, "bad"],
  ];
  return all
    .map(([heading, when, tone]) => ({ column: columns.index(heading), when, tone }))
    .filter(({ column }) => column >= 0);
}

/** What all lines cost: in each currency where there are several, and in the company's as far as rates are known. */
function totals(
  columns: Columns,
  groups: readonly SupplierGroup[],
  from: number,
  to: number,
  company: string | undefined,
): RowSpec[] {
  const currencies = [...new Set(groups.map(({ currency }) => currency))].sort();
  const several = currencies.length > 1;
  // Subtotal rows have no currency, so that they are not added to their own lines here.
  const each = currencies.map((currency, i) => {
    const own = `"="&${columns.at("currency", to + i)}`;
    const cost = `=SUMIFS(${columns.block("cost", from, to)},${columns.block("currency", from, to)},${own})`;
    const result = add(groups, (group) => (group.currency === currency ? group.cost : 0));
    return columns.row("total", {
      supplier: `Total ${currency || NO_CURRENCY}`,
      cost: { formula: cost, result },
      currency: currency || NO_CURRENCY,
    });
  });
  const complete = groups.every(({ worth }) => worth !== null);
  const known = groups.some(({ worth }) => worth !== null);
  const sum = (heading: Heading, of: (group: SupplierGroup) => number): SpecCell =>
    columns.visibleSum(heading, from, to, add(groups, of));
  const all = columns.row("total", {
    supplier: `Total${company ? ` in ${company}` : ""}${complete ? "" : ", without lines that have no rate"}`,
    quantity: sum("quantity", ({ quantity }) => quantity),
    ...(several ? {} : { cost: sum("cost", ({ cost }) => cost), currency: currencies[0] || NO_CURRENCY }),
    ...(known ? { worth: sum("worth", ({ worth }) => worth ?? 0) } : {}),
  });
  return several ? [...each, all] : [all];
}

/** What the rows of every supplier's group are made with. */
interface GroupParts extends Pick<ReorderSheetParts, "totals"> {
  readonly columns: Columns;
  /** The company's currency per unit of another; null where it is not known. */
  rate(currency: string): number | null;
}

/** A supplier's rows from a row on: a heading, the lines, and a subtotal that follows them. */
function groupRows(
  group: SupplierGroup,
  start: number,
  { columns, totals: known, rate }: GroupParts,
): { readonly rows: readonly RowSpec[]; readonly subtotal: Subtotal } {
  const currency = group.currency || NO_CURRENCY;
  const heading = `${group.supplier}: ${counted(group.lines.length, "line")} in ${currency}`;
  const from = start + 1;
  const to = from + group.lines.length;
  const lines = group.lines.map((line, i): RowSpec => {
    const placed = { line, rate: rate(line.currency), at: (heading: Heading) => columns.at(heading, from + i) };
    return { kind: "line", cells: columns.list.map(({ cell }) => cell(placed)) };
  });
  const minimum = minimumOf(group.lines[0]!.supplier, group.currency, known);
  const total = columns.row("total", {
    supplier: `Subtotal ${group.supplier} (${currency})`,
    ...(minimum !== undefined && {
      description: minimumCell(minimum, group.currency, columns.block("cost", from, to), group.cost),
    }),
    quantity: columns.visibleSum("quantity", from, to, group.quantity),
    cost: columns.visibleSum("cost", from, to, group.cost),
    ...(group.worth === null ? {} : { worth: columns.visibleSum("worth", from, to, group.worth) }),
  });
  return {
    rows: [columns.row("heading", { supplier: heading }), ...lines, total],
    subtotal: { group, quantity: columns.at("quantity", to), cost: columns.at("cost", to) },
  };
}

/** The sheet a buyer orders from: lines by supplier with quantities to change, and totals that follow them. */
export function reorderSheet({
  name,
  title,
  lines,
  request: { settings },
  totals: known,
  without = [],
}: ReorderSheetParts): ReorderSheet {
  const columns = new Columns(without);
  const all = new Set(lines.map(({ currency }) => currency));
  const rate = (currency: string): number | null => rateOf(currency, all, settings);
  const groups = supplierGroups(lines, rate);
  const rows: RowSpec[] = [];
  const here = (): number => rowOf({ title }, rows.length);
  const first = here();
  const subtotals = groups.map((group) => {
    const made = groupRows(group, here(), { columns, totals: known, rate });
    rows.push(...made.rows);
    return made.subtotal;
  });
  if (lines.length === 0) rows.push(columns.row("heading", { supplier: "Nothing needs ordering today." }));
  else rows.push(...totals(columns, groups, first, here(), settings.currency));
  const minimums = known.some(({ minimum_value }) => minimum_value !== undefined);
  const sheet: SheetSpec = {
    name,
    title,
    columns: columns.specs(settings.currency),
    rows,
    frozenColumns: columns.index(FROZEN) + 1,
    filter: lines.length > 0,
    highlights: highlights(columns, first, minimums),
    charts: [],
  };
  return { sheet, subtotals };
}
