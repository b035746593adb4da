import type { Plan, PlanException, PlanRequest } from "../../shared/purchasing/plan.ts";
import { rowOf } from "../../shared/sheets/layout.ts";
import type { ChartSpec, SheetSpec } from "../../shared/sheets/spec.ts";

const URGENT = ["stock-out", "late-order", "expedite"];
const [KIND, MONEY, SKU] = [0, 1, 2];
const CHARTED = 10;

/** What needs the buyer's eye, the dearest first. */
export function exceptionsSheet(
  name: string,
  title: readonly string[],
  exceptions: readonly PlanException[],
  { lines }: Plan,
  { items, settings }: PlanRequest,
): SheetSpec {
  const known = new Map([...items, ...lines].map((one) => [one.sku, one]));
  const ranked = [...exceptions].sort((a, b) => b.money - a.money);
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
      { header: "What is wrong and what to do", width: 76, kind: "wrapped" },
    ],
    rows:
      ranked.length === 0
        ? [{ kind: "heading", cells: ["No exceptions.", null, null, null, null, null] }]
        : ranked.map(({ code, money, sku, message }) => {
            const { description, supplier } = known.get(sku) ?? {};
            const cells = [code, money > 0 ? money : null, sku || null, description || null, supplier || null, message];
            return { kind: "line", cells };
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
