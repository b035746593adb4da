import type { IsoDate } from "../../../calendar/dates.ts";
import type { Budget, Consolidation, Storage } from "../../terms/order-schema.ts";
import type { Item, Settings, Supplier } from "../../terms/plan.ts";

/** What the joint plan knows of an item beside its row. */
export interface ItemMoney {
  readonly item: Item;
  /** Expected money of each quantity that may be ordered; undefined where none is known, with the reason. */
  readonly curve?: readonly (readonly [quantity: number, money: number])[] | undefined;
  /** The same where another supplier delivers it, by its place among the sources. */
  readonly sourceCurves?: readonly (readonly (readonly [quantity: number, money: number])[])[] | undefined;
  readonly noCurve?: string | undefined;
  /** Units expected in stock when an order of today arrives, before it. */
  readonly stockAtArrival: number;
  /** What the classic policy orders. */
  readonly classic: number;
}

/** What a request says beside its items. */
export interface OrderTerms {
  readonly today: IsoDate;
  readonly settings: Settings;
  readonly suppliers?: readonly Supplier[] | undefined;
  readonly budgets?: readonly Budget[] | undefined;
  readonly storage?: readonly Storage[] | undefined;
  readonly consolidations?: readonly Consolidation[] | undefined;
  readonly now?: string | undefined;
  readonly time_zone?: string | undefined;
}
