import type { Plan, PlanException, PlanLine } from "../../shared/purchasing/plan/plan-schema.ts";
import type { Item, PlanRequest, Settings } from "../../shared/purchasing/terms/plan.ts";

export const line = (own: Partial<PlanLine> & { readonly sku: string }): PlanLine => ({
  description: `Item ${own.sku}`,
  supplier: "Acme",
  supplier_item: `A-${own.sku}`,
  suggested: 100,
  quantity: own.suggested ?? 100,
  cost: 250,
  unit_cost: 2.5,
  currency: "EUR",
  order_date: "2026-11-23",
  arrival: "2026-12-14",
  cover_days: 40,
  reorder_point: 80,
  order_up_to: 180,
  safety_stock: 12.25,
  expected_demand: 80,
  forecast_start: "2026-11-23",
  position: 60,
  on_hand: 60,
  on_order: 0,
  forecast: [20, 21, 22, 23, 24],
  forecast_low: [12, 12, 13, 14, 14],
  forecast_high: [30, 31, 33, 34, 36],
  model: "level",
  why: "Expect 80; short 100.",
  ...own,
});

const SETTINGS: Settings = {
  service_level: 0.95,
  review_days: 7,
  overstock_days: 180,
  currency: "EUR",
  rates: { USD: 0.9 },
};

export function request(
  items: readonly (Partial<Item> & { readonly sku: string })[],
  settings: Partial<Settings> = {},
): PlanRequest {
  return {
    today: "2026-11-23",
    period: "week",
    items: items.map((item) => ({ on_hand: 60, lead_time_days: 21, ...item })),
    history: {},
    settings: { ...SETTINGS, ...settings },
  };
}

export function plan(lines: readonly PlanLine[], exceptions: readonly PlanException[] = []): Plan {
  return {
    lines,
    suppliers: [],
    exceptions,
    summary: { items: lines.length, to_order: 0, exceptions: exceptions.length, cost: {}, message: "", learned: "" },
  };
}

/** A plan of so many lines at several suppliers in two currencies, with exceptions. */
export function largePlan(count: number): { plan: Plan; request: PlanRequest } {
  const lines = Array.from({ length: count }, (_, i) =>
    line({
      sku: String(i).padStart(5, "0"),
      supplier: `Supplier ${i % 23}`,
      currency: i % 23 < 7 ? "USD" : "EUR",
      suggested: 12 * (1 + (i % 9)),
      unit_cost: 1 + (i % 100) / 4,
    }),
  );
  const exceptions = lines
    .filter((_, i) => i % 10 === 0)
    .map(({ sku }, i): PlanException => ({
      sku,
      code: "stock-out",
      money: 1000 - i,
      message: `Runs out on day ${i}.`,
    }));
  return { plan: plan(lines, exceptions), request: request(lines.map(({ sku }) => ({ sku, multiple: 12 }))) };
}
