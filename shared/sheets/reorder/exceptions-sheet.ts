import { EXCEPTION_KINDS, type ExceptionCode } from "../../purchasing/exceptions/kinds.ts";
import type { Plan } from "../../purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../purchasing/terms/plan.ts";
import { amount, counted } from "../../purchasing/terms/words.ts";
import { rowOf } from "../layout.ts";
import type { ChartSpec, ColumnSpec, SheetSpec } from "../spec.ts";
import { fitted } from "../widths.ts";
import type { Decisions } from "./decisions.ts";

const URGENT: readonly ExceptionCode[] = ["stock-out", "late-order", "expedite"];
const [KIND, MONEY, SUPPLIER] = [0, 1, 2];
const CHARTED = 10;

/** What is left out as too small, in words; undefined where nothing is. */
export function smallLeftOut({ least, small }: Decisions, currency = ""): string | undefined {
  if (small.count === 0) return undefined;
  return `Left out: ${counted(small.count, "exception")} with less than ${amount(least, currency)} at stake each, ${amount(small.money, currency)} in all.`;
}

function columnsOf(currency: string | undefined, placed: boolean): readonly ColumnSpec[] {
  return [
    { header: "Kind", width: 34, kind: "text" },
    { header: `At stake${currency ? ` (${currency})` : ""}`, width: 14, kind: "money" },
    { header: "Supplier", width: 24, kind: "text" },
    { header: "Items", width: 8, kind: "quantity" },
    { header: "What is wrong and what to do", width: 90, kind: "wrapped" },
    { header: "SKU", width: 18, kind: "text" },
    { header: "Description", width: 26, kind: "text" },
    ...(placed ? [{ header: "Where", width: 24, kind: "wrapped" } as const] : []),
  ];
}

/** What needs the buyer's eye, one row a decision, the most at stake first; with places where any is known. */
export function exceptionsSheet(
  name: string,
  title: readonly string[],
  decisions: Decisions,
  { lines }: Plan,
  { items, settings }: PlanRequest,
): SheetSpec {
  const { shown } = decisions;
  const known = new Map([...items, ...lines].map((one) => [one.sku, one.description]));
  const placed = shown.some(({ where }) => where !== "");
  const said = [...title, ...[smallLeftOut(decisions, settings.currency) ?? []].flat()];
  const first = rowOf({ title: said }, 0) + 1;
  const charted = Math.min(CHARTED, shown.filter(({ money }) => money > 0).length);
  const chart: ChartSpec = {
    kind: "column",
    title: "Most money at stake",
    labels: SUPPLIER,
    series: [MONEY],
    rows: [0, charted - 1],
  };
  const columns = columnsOf(settings.currency, placed);
  const rows = shown.map(({ kind, money, supplier, skus, message, where }) => {
    const [sku = ""] = skus;
    const description = skus.length === 1 ? known.get(sku) : undefined;
    const of = [skus.join(", ") || null, description || null];
    const cells = [kind, money > 0 ? money : null, supplier || null, skus.length || null, message, ...of];
    return { kind: "line", cells: placed ? [...cells, where || null] : cells } as const;
  });
  return {
    name,
    title: said,
    columns: fitted(columns, rows),
    rows:
      rows.length === 0 ? [{ kind: "heading", cells: ["No exceptions.", ...columns.slice(1).map(() => null)] }] : rows,
    frozenColumns: 0,
    filter: shown.length > 0,
    highlights: [
      {
        column: KIND,
        when: `=OR(${URGENT.map((code) => `$A${first}="${EXCEPTION_KINDS[code]}"`).join(",")})`,
        tone: "bad",
      },
      { column: KIND, when: `=$A${first}="${EXCEPTION_KINDS.data}"`, tone: "warning" },
    ],
    charts: charted >= 2 ? [chart] : [],
  };
}
