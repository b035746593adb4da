import assert from "node:assert/strict";
import { addDays } from "../../shared/calendar/dates.ts";
import { toyShop } from "../../shared/demo/toy-shop.ts";
import type { ShopSale } from "../../shared/demo/types.ts";

const shop = toyShop();
const categoryOf = new Map(shop.items.map((item) => [item.sku, item.category]));
const salesOf = new Map<string, ShopSale[]>(shop.items.map(({ sku }) => [sku, []]));
for (const sale of shop.sales) salesOf.get(sale.sku)!.push(sale);

/** Mean units a week of a category over the weeks that begin in one month. */
function weekly(category: string, month: string): number {
  const rows = shop.sales.filter((s) => categoryOf.get(s.sku) === category && s.week.slice(5, 7) === month);
  return rows.reduce((sum, s) => sum + s.units, 0) / new Set(rows.map((s) => s.week)).size;
}

const share = (count: number): number => count / shop.items.length;
const mean = (sales: readonly ShopSale[]): number => sales.reduce((sum, s) => sum + s.units, 0) / sales.length;

describe("toy shop", () => {
  it("is the same for the same seed and another for another", () => {
    assert.deepEqual(toyShop(1), shop);
    assert.notDeepEqual(toyShop(2).sales, shop.sales);
  });

  it("has 300 items of 12 suppliers in three currencies", () => {
    assert.equal(shop.items.length, 300);
    assert.equal(shop.suppliers.length, 12);
    assert.deepEqual([...new Set(shop.suppliers.map((s) => s.currency))].sort(), ["CNY", "EUR", "USD"]);
    const names = new Set(shop.suppliers.map((s) => s.supplier));
    assert.ok(shop.items.every((item) => names.has(item.supplier)));
    assert.equal(new Set(shop.items.map((item) => item.supplier)).size, 12, "every supplier has items");
  });

  it("names items by text codes with leading zeros, each once", () => {
    assert.ok(shop.items.every(({ sku }) => /^0\d{4}$/.test(sku)));
    assert.equal(new Set(shop.items.map((item) => item.sku)).size, shop.items.length);
    assert.equal(new Set(shop.items.map((item) => item.description)).size, shop.items.length);
  });

  it("covers 156 complete weeks up to the Sunday before today, each item without gaps from its launch", () => {
    assert.equal(new Set(shop.sales.map((s) => s.week)).size, 156);
    for (const sales of salesOf.values()) {
      assert.equal(sales.at(-1)!.week, addDays(shop.today, -7));
      sales.forEach((s, i) => assert.equal(s.week, addDays(sales[0]!.week, 7 * i)));
    }
  });

  it("sells whole units, never fewer than none", () => {
    assert.ok(shop.sales.every(({ units }) => Number.isInteger(units) && units >= 0));
  });

  it("peaks when its customers buy", () => {
    for (const category of ["Board games", "Building sets", "Puzzles", "Role play"])
      assert.ok(weekly(category, "12") > 1.5 * weekly(category, "07"), `${category} in December`);
    assert.ok(weekly("Outdoor", "06") > 2 * weekly("Outdoor", "12"), "outdoor in June");
    assert.ok(weekly("Party and fancy dress", "10") > 1.5 * weekly("Party and fancy dress", "07"), "Halloween");
  });

  it("holds slow movers, new items, hits and items that die", () => {
    const histories = [...salesOf.values()];
    const slow = share(
      histories.filter((sales) => sales.filter((s) => s.units === 0).length > 0.7 * sales.length).length,
    );
    assert.ok(slow > 0.2 && slow < 0.4, `slow movers: ${slow}`);
    assert.ok(histories.filter((sales) => sales.length <= 30).length >= 15, "new items");
    assert.ok(histories.filter((sales) => mean(sales) > 60).length >= 8, "hits");
    const died = histories.filter(
      (sales) => sales.length > 104 && mean(sales) > 2 && mean(sales.slice(-13)) < 0.3 * mean(sales),
    );
    assert.ok(died.length >= 8, `dying: ${died.length}`);
  });

  it("sells more while a promotion runs", () => {
    const ratios = shop.promotions.flatMap(({ sku, start, end, discount }) => {
      const sales = salesOf.get(sku)!;
      const during = sales.filter((s) => s.week >= start && s.week <= end && s.in_stock);
      const before = sales.filter((s) => s.week >= addDays(start, -35) && s.week < start && s.in_stock);
      return discount >= 0.25 && during.length > 0 && before.length > 2 && mean(before) > 5
        ? [mean(during) / mean(before)]
        : [];
    });
    assert.ok(ratios.length >= 10);
    assert.ok(ratios.reduce((a, b) => a + b, 0) / ratios.length > 1.5);
    assert.ok(
      shop.promotions.some((p) => p.start > shop.today),
      "some are announced",
    );
  });

  it("leaves a believable stock: most fine, some short, some too much", () => {
    const cover = shop.items
      .filter((item) => mean(salesOf.get(item.sku)!.slice(-8)) > 1)
      .map((item) => item.on_hand / mean(salesOf.get(item.sku)!.slice(-8)));
    const part = (low: number, high: number): number => cover.filter((c) => c >= low && c < high).length / cover.length;
    assert.ok(part(-Infinity, 2) > 0.05 && part(-Infinity, 2) < 0.35, `short: ${part(-Infinity, 2)}`);
    assert.ok(part(20, Infinity) > 0.01 && part(20, Infinity) < 0.2, `too much: ${part(20, Infinity)}`);
    const cut = shop.sales.filter((s) => !s.in_stock).length / shop.sales.length;
    assert.ok(cut > 0.01 && cut < 0.1, `weeks cut short by a stock-out: ${cut}`);
  });

  it("has open orders that are late, that are far off, and one for an unknown SKU", () => {
    assert.ok(shop.orders.every((order) => order.quantity > 0));
    const late = shop.orders.filter((order) => order.due < shop.today).length;
    assert.ok(late >= 3 && late <= 25, `late: ${late}`);
    assert.ok(shop.orders.filter((order) => order.due > addDays(shop.today, 90)).length >= 3);
    assert.deepEqual(
      shop.orders.filter((order) => !categoryOf.has(order.sku)).map((order) => order.sku),
      ["09999"],
    );
  });

  it("has the other damaged rows it says it has", () => {
    assert.equal(shop.items.filter((item) => item.lead_time_days === null).length, 2);
    assert.equal(shop.items.filter((item) => item.on_hand < 0).length, 1);
  });

  it("has items not to order, and minimums that are whole packs", () => {
    assert.deepEqual([...new Set(shop.items.map((item) => item.status))].sort(), [
      "active",
      "discontinued",
      "do not order",
    ]);
    assert.ok(shop.items.every((item) => item.moq >= item.multiple && item.multiple >= 1));
    assert.ok(shop.items.every((item) => item.maximum === null || item.maximum >= item.moq));
  });
});
