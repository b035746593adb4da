import type { Item, PlanRequest, Settings } from "../purchasing/terms/plan.ts";
import type { ShopItem, ShopSale, ShopSupplier, ToyShop } from "./types.ts";

function grouped<T extends { readonly sku: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.sku);
    if (group) group.push(row);
    else groups.set(row.sku, [row]);
  }
  return groups;
}

/** Units sold, oldest first; null in weeks whose sales a stock-out cut short. */
function historyOf(sales: readonly ShopSale[]): (number | null)[] {
  return sales.map(({ units, in_stock }) => (in_stock ? units : null));
}

function settingsOf(shop: ToyShop): Settings {
  return {
    service_level: 0.95,
    review_days: 7,
    order_cost: 8,
    holding_rate: 0.25,
    currency: shop.currency,
    rates: Object.fromEntries(shop.suppliers.map(({ currency, rate }) => [currency, rate])),
    overstock_days: 180,
  };
}

/** A blank lead time takes the supplier's, a blank maximum is none. */
function itemOf(item: ShopItem, supplier: ShopSupplier, onOrder: NonNullable<Item["on_order"]>): Item {
  const { lead_time_days, maximum, ...rest } = item;
  return {
    ...rest,
    lead_time_days: lead_time_days ?? supplier.lead_time_days,
    ...(maximum !== null && { maximum }),
    on_order: onOrder,
  };
}

/** The shop as the body of `POST /v1/reorder`. Open orders of an SKU that no item has are left out. */
export function toyShopRequest(shop: ToyShop): PlanRequest {
  const orders = grouped(shop.orders);
  const sales = grouped(shop.sales);
  const supplier = new Map(shop.suppliers.map((s) => [s.supplier, s]));
  return {
    today: shop.today,
    period: "week",
    items: shop.items.map((item) =>
      itemOf(
        item,
        supplier.get(item.supplier)!,
        (orders.get(item.sku) ?? []).map(({ quantity, due, reference }) => ({ quantity, due, reference })),
      ),
    ),
    history: Object.fromEntries([...sales].map(([sku, rows]) => [sku, historyOf(rows)])),
    promotions: shop.promotions,
    suppliers: shop.suppliers.map(({ supplier: name, currency, minimum_order }) => ({
      supplier: name,
      currency,
      minimum_value: minimum_order,
    })),
    settings: settingsOf(shop),
  };
}
