import type { IsoDate } from "../calendar/dates.ts";

export interface ShopSupplier {
  readonly supplier: string;
  readonly currency: string;
  /** Company currency per unit of the supplier's. */
  readonly rate: number;
  readonly lead_time_days: number;
  /** The usual minimum per item and pack size; an item may have its own. */
  readonly moq: number;
  readonly multiple: number;
  /** The least an order may come to, in the supplier's currency. */
  readonly minimum_order: number;
}

export interface ShopItem {
  readonly sku: string;
  readonly description: string;
  readonly category: string;
  readonly supplier: string;
  readonly supplier_item: string;
  readonly on_hand: number;
  /** Left blank in a few rows, as in real item tables. */
  readonly lead_time_days: number | null;
  readonly cost: number;
  readonly currency: string;
  readonly price: number;
  readonly moq: number;
  readonly multiple: number;
  readonly maximum: number | null;
  readonly status: "active" | "discontinued" | "do not order";
}

/** One week of one item. Sold out before the week's end, `units` is less than customers wanted. */
export interface ShopSale {
  /** The week's Monday. */
  readonly week: IsoDate;
  readonly sku: string;
  readonly units: number;
  readonly in_stock: boolean;
}

export interface ShopOrder {
  readonly reference: string;
  readonly sku: string;
  readonly supplier: string;
  readonly quantity: number;
  readonly ordered: IsoDate;
  readonly due: IsoDate;
}

export interface ShopPromotion {
  readonly sku: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** 0.2 for 20% off. */
  readonly discount: number;
}

/** A synthetic toy shop: every name and number in it is invented. */
export interface ToyShop {
  readonly seed: number;
  readonly today: IsoDate;
  readonly currency: string;
  readonly suppliers: readonly ShopSupplier[];
  readonly items: readonly ShopItem[];
  readonly sales: readonly ShopSale[];
  readonly orders: readonly ShopOrder[];
  readonly promotions: readonly ShopPromotion[];
}
