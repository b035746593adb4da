import type { SupplierTotal } from "../../purchasing/plan/plan-schema.ts";
import { counted } from "../../purchasing/terms/words.ts";
import { summaryRow } from "../layout.ts";
import type { RowSpec, SpecCell, SummarySpec } from "../spec.ts";
import { NO_CURRENCY } from "./headers.ts";
import { amountCell, minimumOf, totalCell } from "./minimum-cell.ts";
import { headerOf } from "./order-columns.ts";
import type { OrderTable } from "./order-table.ts";
import type { SupplierGroup } from "./supplier-groups.ts";

/** A supplier's total, with the A1 addresses of its figures. */
export interface Subtotal {
  readonly group: SupplierGroup;
  readonly quantity: string;
  readonly cost: string;
}

/** What the totals are made with. */
export interface TotalsParts {
  readonly table: OrderTable;
  readonly title: readonly string[];
  readonly groups: readonly SupplierGroup[];
  /** The plan's, for the suppliers' minimums. */
  readonly known: readonly SupplierTotal[];
  readonly company: string | undefined;
  /** The company's currency per unit of another; null where it is not known. */
  rate(currency: string): number | null;
}

/** Suppliers that stand open above the list; the rows above the header do not scroll, so more of them would fill a screen. */
const SHOWN = 5;
const add = <T>(of: readonly T[], value: (one: T) => number): number => of.reduce((sum, one) => sum + value(one), 0);
const HEADINGS = 1;

/** Rows of the lines: from one to before another. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Rows that the totals take. */
export function totalsHeight(groups: readonly SupplierGroup[]): number {
  if (groups.length === 0) return 0;
  const currencies = new Set(groups.map(({ currency }) => currency)).size;
  return HEADINGS + groups.length + (currencies > 1 ? currencies : 0) + 1;
}

/** A supplier's total: what its lines come to wherever sorting puts them. */
function supplierRow(group: SupplierGroup, at: number, { table, known, rate }: TotalsParts, lines: Lines): RowSpec {
  // Compared exactly: a name may hold wildcards or begin like a condition.
  const mine = `EXACT(${table.block("supplier", lines.from, lines.to)},$A${at + 1})*EXACT(${table.block("currency", lines.from, lines.to)},${table.at("currency", at)})`;
  const sum = (heading: "quantity" | "cost", result: number): SpecCell => ({
    formula: `=SUMPRODUCT(${mine},${table.block(heading, lines.from, lines.to)})`,
    result,
  });
  const cost = table.at("cost", at);
  return table.row("subtotal", {
    sku: group.supplier,
    quantity: sum("quantity", group.quantity),
    why: totalCell({
      count: `SUMPRODUCT(${mine})`,
      lines: group.lines.length,
      cost,
      amount: group.cost,
      currency: group.currency,
      minimum: minimumOf(group.lines[0]!.supplier, group.currency, known),
    }),
    cost: sum("cost", group.cost),
    currency: group.currency || NO_CURRENCY,
    rate: rate(group.currency),
    ...(group.worth !== null && {
      worth: { formula: `=${cost}*${table.at("rate", at)}`, result: group.worth },
    }),
  });
}

/** What all lines cost: in each currency where there are several, and in the company's as far as rates are known. */
function allRows(first: number, { table, groups, company }: TotalsParts, { from, to }: Lines): RowSpec[] {
  const currencies = [...new Set(groups.map(({ currency }) => currency))].sort();
  const several = currencies.length > 1;
  const each = currencies.map((currency, i) => {
    const own = `"="&${table.at("currency", first + i)}`;
    const result = add(groups, (group) => (group.currency === currency ? group.cost : 0));
    return table.row("total", {
      sku: `Total ${currency || NO_CURRENCY}`,
      cost: {
        formula: `=SUMIFS(${table.block("cost", from, to)},${table.block("currency", from, to)},${own})`,
        result,
      },
      currency: currency || NO_CURRENCY,
      why: amountCell(table.at("cost", first + i), result, currency),
    });
  });
  const complete = groups.every(({ worth }) => worth !== null);
  const sum = (heading: "quantity" | "cost" | "worth", of: (group: SupplierGroup) => number): SpecCell =>
    table.index(heading) < 0 ? null : { formula: `=SUM(${table.block(heading, from, to)})`, result: add(groups, of) };
  const suppliers = new Set(groups.map(({ supplier }) => supplier)).size;
  const without = complete ? "" : ", without lines that have no rate";
  const all = table.row("total", {
    sku: `Total${company ? ` in ${company}` : ""}`,
    quantity: sum("quantity", ({ quantity }) => quantity),
    why: `${counted(to - from, "line")} from ${counted(suppliers, "supplier")}${without}`,
    ...(several ? {} : { cost: sum("cost", ({ cost }) => cost), currency: currencies[0] || NO_CURRENCY }),
    ...(groups.some(({ worth }) => worth !== null) && { worth: sum("worth", ({ worth }) => worth ?? 0) }),
  });
  return several ? [...each, all] : [all];
}

/** The totals by supplier and of all, above the lines in the rows `lines`: none of them moves where the lines are sorted. */
export function supplierTotals(
  parts: TotalsParts,
  lines: Lines,
): { readonly summary: SummarySpec; readonly subtotals: readonly Subtotal[] } {
  const { table, title, groups, company } = parts;
  const rowOf = (index: number): number => summaryRow({ title }, HEADINGS + index);
  const all = allRows(rowOf(groups.length), parts, lines);
  const heading = table.row("heading", {
    sku: "Supplier",
    quantity: "Units",
    why: "Order",
    cost: headerOf("cost", company),
    currency: headerOf("currency", company),
    worth: headerOf("worth", company),
  });
  return {
    summary: {
      rows: [heading, ...groups.map((group, i) => supplierRow(group, rowOf(i), parts, lines)), ...all],
      // What all comes to stays.
      details: HEADINGS + groups.length + all.length - 1,
      folded: groups.length > SHOWN,
    },
    subtotals: groups.map((group, i) => ({
      group,
      quantity: table.at("quantity", rowOf(i)),
      cost: table.at("cost", rowOf(i)),
    })),
  };
}
