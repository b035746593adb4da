import type { PlanRequest } from "../../shared/purchasing/plan.ts";
import { counted } from "../../shared/purchasing/words.ts";
import { blockAddress, rowOf } from "../../shared/sheets/layout.ts";
import type { HighlightSpec, RowSpec, SheetSpec, SpecCell } from "../../shared/sheets/spec.ts";
import { columnLetter } from "../../shared/tables/sheet.ts";
import { rateOf } from "./currencies.ts";
import { NO_CURRENCY, type Heading } from "./headers.ts";
import { headerOf, ORDER_COLUMNS } from "./order-columns.ts";
import type { OrderLine } from "./order-lines.ts";
import { supplierGroups } from "./supplier-groups.ts";

const indexOf = new Map(ORDER_COLUMNS.map(({ heading }, index) => [heading, index]));
const column = (heading: Heading): number => indexOf.get(heading)!;
const letter = (heading: Heading): string => columnLetter(column(heading));
const FROZEN: Heading = "sku";

function row(kind: RowSpec["kind"], cells: Partial<Record<Heading, SpecCell>>): RowSpec {
  return { kind, cells: ORDER_COLUMNS.map(({ heading }) => cells[heading] ?? null) };
}

function highlights(first: number): HighlightSpec[] {
  const at = (heading: Heading): string => `$${letter(heading)}${first + 1}`;
  const line = `LEN(${at("sku")})>0`;
  return [
    {
      column: column("quantity"),
      when: `=AND(${line},${at("quantity")}<>${at("suggested")})`,
      tone: "warning",
    },
    { column: column("own"), when: `=LEN(${at("own")})>0`, tone: "warning" },
    { column: column("onHand"), when: `=AND(${line},${at("onHand")}<${at("safetyStock")})`, tone: "bad" },
  ];
}

/** A sum that passes over subtotals and what the filter hides; `to` is the row after the last, counted from 0. */
function visibleSum(heading: Heading, from: number, to: number): SpecCell {
  return { formula: `=SUBTOTAL(9,${blockAddress(from, column(heading), to - 1, column(heading))})` };
}

/** What all lines cost: in each currency where there are several, and in the company's as far as rates are known. */
function totals(
  from: number,
  to: number,
  currencies: readonly string[],
  rate: (currency: string) => number | null,
  company: string | undefined,
): RowSpec[] {
  const several = currencies.length > 1;
  const range = (heading: Heading): string => blockAddress(from, column(heading), to - 1, column(heading));
  // Subtotal rows have no currency, so that they are not added to their own lines here.
  const each = currencies.map((currency, i) =>
    row("total", {
      supplier: `Total ${currency || NO_CURRENCY}`,
      cost: { formula: `=SUMIFS(${range("cost")},${range("currency")},"="&${letter("currency")}${to + 1 + i})` },
      currency: currency || NO_CURRENCY,
    }),
  );
  const complete = currencies.every((currency) => rate(currency) !== null);
  const known = currencies.some((currency) => rate(currency) !== null);
  const all = row("total", {
    supplier: `Total${company ? ` in ${company}` : ""}${complete ? "" : ", without lines that have no rate"}`,
    quantity: visibleSum("quantity", from, to),
    ...(several ? {} : { cost: visibleSum("cost", from, to), currency: currencies[0] || NO_CURRENCY }),
    ...(known ? { worth: visibleSum("worth", from, to) } : {}),
  });
  return several ? [...each, all] : [all];
}

/** The sheet a buyer orders from: lines by supplier with quantities to change, and totals that follow them. */
export function reorderSheet(
  name: string,
  title: readonly string[],
  lines: readonly OrderLine[],
  { period, settings }: PlanRequest,
): SheetSpec {
  const all = new Set(lines.map(({ currency }) => currency));
  const rate = (currency: string): number | null => rateOf(currency, all, settings);
  const rows: RowSpec[] = [];
  const here = (): number => rowOf({ title }, rows.length);
  const first = here();
  for (const group of supplierGroups(lines, rate)) {
    const currency = group.currency || NO_CURRENCY;
    rows.push(row("heading", { supplier: `${group.supplier}: ${counted(group.lines.length, "line")} in ${currency}` }));
    const from = here();
    for (const line of group.lines) {
      const number = here() + 1;
      const at = (heading: Heading): string => `${letter(heading)}${number}`;
      const placed = { line, rate: rate(line.currency), period, at };
      rows.push({ kind: "line", cells: ORDER_COLUMNS.map(({ cell }) => cell(placed)) });
    }
    const to = here();
    rows.push(
      row("total", {
        supplier: `Subtotal ${group.supplier} (${currency})`,
        quantity: visibleSum("quantity", from, to),
        cost: visibleSum("cost", from, to),
        ...(rate(group.currency) === null ? {} : { worth: visibleSum("worth", from, to) }),
      }),
    );
  }
  if (lines.length === 0) rows.push(row("heading", { supplier: "Nothing needs ordering today." }));
  else rows.push(...totals(first, here(), [...all].sort(), rate, settings.currency));
  return {
    name,
    title,
    columns: ORDER_COLUMNS.map(({ heading, width, kind }) => ({
      header: headerOf(heading, period, settings.currency),
      width,
      kind,
    })),
    rows,
    frozenColumns: column(FROZEN) + 1,
    filter: lines.length > 0,
    highlights: highlights(rowOf({ title }, 0)),
    charts: [],
  };
}
