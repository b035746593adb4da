import assert from "node:assert/strict";
import { toyShop, toyShopRequest } from "../../shared/demo/toy-shop.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";

const shop = toyShop();
const request: PlanRequest = toyShopRequest(shop);

describe("toy shop as a plan request", () => {
  it("asks about every item, with its history", () => {
    assert.equal(request.items.length, 300);
    assert.equal(request.period, "week");
    for (const { sku } of request.items) assert.ok(request.history[sku]!.length > 0, sku);
  });

  it("says nothing where a stock-out cut sales short", () => {
    const missing = Object.values(request.history)
      .flat()
      .filter((units) => units === null).length;
    assert.equal(missing, shop.sales.filter((sale) => !sale.in_stock).length);
  });

  it("fills a blank lead time from the supplier and omits a blank maximum", () => {
    const blank = shop.items.find((item) => item.lead_time_days === null)!;
    const supplier = shop.suppliers.find((s) => s.supplier === blank.supplier)!;
    assert.equal(request.items.find((item) => item.sku === blank.sku)!.lead_time_days, supplier.lead_time_days);
    assert.ok(request.items.every((item) => !("maximum" in item) || typeof item.maximum === "number"));
  });

  it("carries every open order of a known item, and a rate for every currency", () => {
    const carried = request.items.flatMap((item) => item.on_order ?? []).length;
    assert.equal(carried, shop.orders.length - 1, "all but the unknown SKU");
    assert.ok(request.items.every((item) => (request.settings.rates?.[item.currency!] ?? 0) > 0));
  });

  it("is plain data: JSON keeps it whole", () => {
    assert.deepEqual(JSON.parse(JSON.stringify(request)), request);
  });
});
