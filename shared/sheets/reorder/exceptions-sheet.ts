import type { Plan, PlanException } from "../../purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../purchasing/terms/plan.ts";
import { rowOf } from "../layout.ts";
import type { ChartSpec, SheetSpec } from "../spec.ts";

const URGENT = ["stock-out", "late-order", "expedite"];
const [KIND, MONEY, SKU] = [0, 1, 2];
const CHARTED = 10;

/** With the place in the workbook that is to be mended, where there is one. */
export interface PlacedException extends PlanException {
  readonly where?: string;
}

/** What needs the buyer's eye, the dearest first; with places where any is known. */
export function exceptionsSheet(
  name: string,
  title: readonly string[],
  exceptions: readonly PlacedException[],
  { lines }: Plan,
  { items, settings }: PlanRequest,
): SheetSpec {
  const known = new Map([...items, ...lines].map((one) => [one.sku, one]));
  const ranked = [...exceptions].sort((a, b) => b.money - a.money);
  const placed = ranked.some(({ where }) => where !== undefined);
  const first = rowOf({ title }, 0) + 1;
  const charted = Math.min(CHARTED, ranked.filter(({ money }) => money > 0).length);
  const chart: ChartSpec = {
    kind: "column",
    title: "Most money at stake",
    labels: SKU,
    series: [MONEY],
    rows: [0, charted - 1],
  };
  return {
    name,
    title,
    columns: [
      { header: "Kind", width: 13, kind: "text" },
      { header: `At stake${settings.currency ? ` (${settings.currency})` : ""}`, width: 14, kind: "money" },
      { header: "SKU", width: 16, kind: "text" },
      { header: "Description", width: 28, kind: "text" },
      { header: "Supplier", width: 18, kind: "text" },
      { header: "What is wrong and what to do", width: 90, kind: "wrapped" },
      ...(placed ? [{ header: "Where", width: 24, kind: "wrapped" } as const] : []),
    ],
    rows:
      ranked.length === 0
        ? [{ kind: "heading", cells: ["No exceptions.", null, null, null, null, null] }]
        : ranked.map(({ code, money, sku, message, where, supplier: whose }) => {
            const { description, supplier = whose } = known.get(sku) ?? {};
            const cells = [code, money > 0 ? money : null, sku || null, description || null, supplier || null, message];
            return { kind: "line", cells: placed ? [...cells, where ?? null] : cells };
          }),
    frozenColumns: 0,
    filter: ranked.length > 0,
    highlights: [
      { column: KIND, when: `=OR(${URGENT.map((code) => `$A${first}="${code}"`).join(",")})`, tone: "bad" },
      { column: KIND, when: `=$A${first}="data"`, tone: "warning" },
    ],
    charts: charted >= 2 ? [chart] : [],
  };
}
