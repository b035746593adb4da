import { addDays, type IsoDate } from "../../../calendar/dates.ts";
import type { Budget, Storage } from "../../terms/order-schema.ts";
import type { Supplier } from "../../terms/plan.ts";
import type { Cap, SupplierOrder } from "../problem.ts";
import { rateOf } from "./exchange.ts";
import type { ItemMoney, OrderTerms } from "./order-terms.ts";

/** A line of the problem with the item that it is of. */
export interface PlacedLine {
  readonly money: ItemMoney;
}

const monthOf = (date: IsoDate): string => date.slice(0, 7);

/** "the budget of Tools at ACME for 2026-01". */
function nameOf({ category, supplier, month, by }: Budget): string {
  return [
    "the budget",
    category === undefined ? "" : ` of ${category}`,
    supplier === undefined ? "" : ` at ${supplier}`,
    month === undefined ? "" : ` for ${month}`,
    by === "payment" ? " by payment" : "",
  ].join("");
}

/** The date by which an order of a day counts. */
const countedDay = ({ by }: Budget, supplier: Supplier | undefined, ordered: IsoDate): IsoDate =>
  by === "payment" ? addDays(ordered, supplier?.payment_days ?? 0) : ordered;

/** What open orders take of a budget, by the same date. */
function spentOf(
  budget: Budget,
  items: readonly ItemMoney[],
  { settings, today }: OrderTerms,
  supplierOf: SupplierOf,
): number {
  const { category, supplier, month } = budget;
  return items.reduce((sum, { item }) => {
    if (category !== undefined && item.category !== category) return sum;
    if (supplier !== undefined && item.supplier !== supplier) return sum;
    const price = (item.cost ?? 0) * (rateOf(item.currency, settings) ?? 1);
    return (item.on_order ?? []).reduce((total, { quantity, due }) => {
      const ordered = addDays(due, -item.lead_time_days);
      const day = countedDay(budget, supplierOf(item.supplier), ordered > today ? today : ordered);
      return month !== undefined && monthOf(day) !== month ? total : total + quantity * price;
    }, sum);
  }, 0);
}

type SupplierOf = (name: string | undefined) => Supplier | undefined;

export interface SharedRulesInput {
  readonly terms: OrderTerms;
  readonly items: readonly ItemMoney[];
  readonly orders: readonly SupplierOrder[];
  /** By order and line. */
  readonly placed: readonly (readonly PlacedLine[])[];
  readonly supplierOf: SupplierOf;
}

/** The limits on money. An order's freight counts where the budget is not of a category: it is the order's, not a line's. */
export function budgetCaps({ terms, items, orders, placed, supplierOf }: SharedRulesInput): Cap[] {
  return (terms.budgets ?? []).flatMap((budget): Cap[] => {
    const { category, supplier, month, amount } = budget;
    const counts = orders.map(
      (order) =>
        (supplier === undefined || order.supplier === supplier) &&
        (month === undefined || monthOf(countedDay(budget, supplierOf(order.supplier), terms.today)) === month),
    );
    if (!counts.includes(true)) return [];
    const spent = budget.spent ?? spentOf(budget, items, terms, supplierOf);
    return [
      {
        rule: "budget",
        name: nameOf(budget),
        limit: Math.max(0, amount - spent),
        kind: "money",
        uses: placed.map((lines, s) =>
          lines.map(({ money: { item } }) =>
            counts[s] && (category === undefined || item.category === category) ? 1 : 0,
          ),
        ),
        freight: counts.map((so) => so && category === undefined),
      },
    ];
  });
}

/** Measures of an item that stores need. */
export const storageNeeds = (storage: readonly Storage[], storageClass: string | undefined): ("volume" | "pallet")[] =>
  storage
    .filter((one) => one.class === undefined || one.class === storageClass)
    .flatMap(({ volume, pallets }) => [
      ...(volume === undefined ? [] : ["volume" as const]),
      ...(pallets === undefined ? [] : ["pallet" as const]),
    ]);

/** The room there is when orders of today arrive. */
export function storageCaps({ terms, items, placed }: SharedRulesInput): Cap[] {
  return (terms.storage ?? []).flatMap((store) => {
    const inside = ({ item }: ItemMoney): boolean => store.class === undefined || item.storage_class === store.class;
    const measures = [
      ["volume", store.volume, ({ item }: ItemMoney) => item.volume ?? 0],
      ["pallets", store.pallets, ({ item }: ItemMoney) => (item.pallet === undefined ? 0 : 1 / item.pallet)],
    ] as const;
    return measures.flatMap(([measure, capacity, of]): Cap[] => {
      if (capacity === undefined) return [];
      const taken = items.filter(inside).reduce((sum, one) => sum + of(one) * Math.max(0, one.stockAtArrival), 0);
      return [
        {
          rule: "storage",
          name: `the ${measure === "volume" ? "volume" : "pallet places"} of ${store.class === undefined ? "the store" : `storage class ${store.class}`}`,
          limit: Math.max(0, capacity - taken),
          kind: "room",
          uses: placed.map((lines) => lines.map(({ money }) => (inside(money) ? of(money) : 0))),
          freight: placed.map(() => false),
        },
      ];
    });
  });
}
