import { addDays } from "../calendar/dates.ts";
import { TODAY, WEEKS, mondayOf } from "./weeks.ts";
import { drawCatalogue, type Article } from "./catalogue.ts";
import { drawDemand } from "./demand.ts";
import { withOddItems, withOddOrders } from "./odd-rows.ts";
import { datesOf, drawOffers } from "./promotions.ts";
import { runStock, type Purchase } from "./stock.ts";
import { suppliers } from "./suppliers.ts";
import type { ShopItem, ShopOrder, ShopPromotion, ShopSale, ToyShop } from "./types.ts";

type Status = ShopItem["status"];

/** Of the dying items the first ten are given up; a few others wait for a dispute or a recall to end. */
function statusesOf(articles: readonly Article[]): Map<Article, Status> {
  const dying = articles.filter(({ life }) => life.kind === "dying").slice(0, 10);
  const waiting = articles.filter(({ life }) => life.kind === "regular").slice(20, 24);
  return new Map<Article, Status>([
    ...dying.map((article) => [article, "discontinued"] as const),
    ...waiting.map((article) => [article, "do not order"] as const),
  ]);
}

/** What the store has room for, for half of the bulky goods and a few others: about ten good weeks. */
function maximumOf({ category, life, moq, multiple, random }: Article): number | null {
  if (!random.chance(category.bulky ? 0.5 : 0.04)) return null;
  return Math.max(moq, multiple * Math.ceil((10 * Math.max(...life.level)) / multiple));
}

function orderOf(article: Article, { ordered, due, quantity }: Purchase): ShopOrder {
  const supplierNumber = suppliers.indexOf(article.supplier) + 1;
  const [, month, day] = mondayOf(ordered).split("-");
  return {
    reference: `PO-${mondayOf(ordered).slice(2, 4)}-${month}${day}-${String(supplierNumber).padStart(2, "0")}`,
    sku: article.sku,
    supplier: article.supplier.supplier,
    quantity,
    ordered: mondayOf(ordered),
    // Each supplier's van has its own day of the week.
    due: addDays(mondayOf(due), supplierNumber % 5),
  };
}

interface Branch {
  readonly item: ShopItem;
  readonly sales: readonly ShopSale[];
  readonly orders: readonly ShopOrder[];
  readonly promotions: readonly ShopPromotion[];
}

/** Everything about one article: its offers, what was wanted, what the past buyer did and what is left. */
function live(article: Article, status: Status): Branch {
  const { sku, random, life } = article;
  const offers = drawOffers(life.launch, random);
  const stock = runStock(article, drawDemand(article, offers), status === "discontinued" ? WEEKS - 12 : WEEKS);
  return {
    item: {
      sku,
      description: article.description,
      category: article.category.name,
      supplier: article.supplier.supplier,
      supplier_item: article.supplierItem,
      on_hand: stock.onHand,
      lead_time_days: article.leadTimeDays,
      cost: article.cost,
      currency: article.supplier.currency,
      price: article.price,
      moq: article.moq,
      multiple: article.multiple,
      maximum: maximumOf(article),
      status,
    },
    sales: stock.sold.map((units, i) => ({
      week: mondayOf(life.launch + i),
      sku,
      units,
      in_stock: stock.inStock[i]!,
    })),
    orders: stock.open.map((purchase) => orderOf(article, purchase)),
    promotions:
      status === "active" ? offers.map((offer) => ({ sku, ...datesOf(offer), discount: offer.discount })) : [],
  };
}

/**
 * A synthetic toy shop: 300 items of 12 suppliers with 156 weeks of sales up to `today`, stock and open orders as a
 * reasonable buyer would have left them, and a few damaged rows. The same seed gives the same shop, to the last unit.
 */
export function toyShop(seed = 1): ToyShop {
  const articles = drawCatalogue(seed);
  const statuses = statusesOf(articles);
  const branches = articles.map((article) => live(article, statuses.get(article) ?? "active"));
  const items = branches.map(({ item }) => item);
  return {
    seed,
    today: TODAY,
    currency: "EUR",
    suppliers,
    items: withOddItems(items),
    sales: branches.flatMap(({ sales }) => sales),
    orders: withOddOrders(
      branches.flatMap(({ orders }) => orders),
      items,
    ),
    promotions: branches.flatMap(({ promotions }) => promotions),
  };
}

export { toyShopRequest } from "./request.ts";
export type { ToyShop } from "./types.ts";
