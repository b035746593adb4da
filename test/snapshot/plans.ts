import { toyShop, toyShopRequest } from "../../shared/demo/toy-shop.ts";

/** The toy shop as a request, on its own day and, for the plan, with the least-cost policy as well. */
const shop = toyShopRequest(toyShop());

interface Row {
  readonly sku: string;
}

/** A request of the snapshot: where it goes, and what of its answer counts, by name. */
export interface NamedRequest {
  readonly key: string;
  readonly path: string;
  readonly body: object;
  answers(reply: Record<string, unknown>): Record<string, unknown>;
}

const bySku = (rows: unknown): Record<string, unknown> =>
  Object.fromEntries((rows as readonly Row[]).map((row) => [row.sku, row]));

const planAnswers = ({ lines, exceptions, ...rest }: Record<string, unknown>): Record<string, unknown> => ({
  ...bySku(lines),
  exceptions,
  rest,
});

const some = (count: number): Pick<typeof shop, "items" | "history"> => {
  const items = shop.items.slice(0, count);
  return { items, history: Object.fromEntries(items.map(({ sku }) => [sku, shop.history[sku]!])) };
};

/** Months of 28 days, so that a history of months is at hand too. */
const monthly = (weeks: readonly (number | null)[]): number[] =>
  Array.from({ length: Math.floor(weeks.length / 4) }, (_, m) =>
    weeks.slice(4 * m, 4 * m + 4).reduce<number>((sum, x) => sum + (x ?? 0), 0),
  );

export const snapshotRequests: readonly NamedRequest[] = [
  { key: "plan", path: "/v1/reorder", body: shop, answers: planAnswers },
  {
    key: "plan at least cost",
    path: "/v1/reorder",
    body: { ...shop, ...some(60), settings: { ...shop.settings, policy: "cost", service_level: undefined } },
    answers: planAnswers,
  },
  {
    key: "plan to a fill rate",
    path: "/v1/reorder",
    body: { ...shop, ...some(100), settings: { ...shop.settings, service_level: undefined, fill_rate: 0.97 } },
    answers: planAnswers,
  },
  {
    key: "plan of months",
    path: "/v1/reorder",
    body: {
      ...shop,
      ...some(100),
      period: "month",
      today: "2026-12-01",
      history: Object.fromEntries(some(100).items.map(({ sku }) => [sku, monthly(shop.history[sku]!)])),
    },
    answers: planAnswers,
  },
  {
    key: "replay",
    path: "/v1/replay",
    body: { ...shop, ...some(60) },
    answers: ({ items, ...rest }) => ({ ...bySku(items), rest }),
  },
];
