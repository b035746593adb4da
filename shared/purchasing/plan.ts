import type { IsoDate } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";

export interface OpenOrder {
  readonly quantity: number;
  readonly due: IsoDate;
  /** The purchase order's number. */
  readonly reference?: string | undefined;
}

/** One row of the item table, as read. Quantities are units; lead time is in days. */
export interface Item {
  readonly sku: string;
  readonly description?: string | undefined;
  readonly supplier?: string | undefined;
  /** The supplier's own code for the item. */
  readonly supplier_item?: string | undefined;
  readonly on_hand: number;
  readonly lead_time_days: number;
  /** Purchase price of a unit, in `currency`. */
  readonly cost?: number | undefined;
  readonly currency?: string | undefined;
  /** Selling price of a unit, in the company's currency: what a missed sale is worth. */
  readonly price?: number | undefined;
  readonly moq?: number | undefined;
  readonly multiple?: number | undefined;
  readonly maximum?: number | undefined;
  readonly on_order?: readonly OpenOrder[] | undefined;
  readonly reserved?: number | undefined;
  readonly backorders?: number | undefined;
  /** "active" (default), "discontinued" or "do not order". */
  readonly status?: string | undefined;
  /** SKU of the item that takes over the demand of this one, once this one may not be ordered any more. */
  readonly successor?: string | undefined;
  /** The buyer's own quantity, which replaces the suggestion. */
  readonly order_quantity?: number | undefined;
  /** The buyer's own levels, which a replay takes for today's practice. */
  readonly reorder_point?: number | undefined;
  readonly order_up_to?: number | undefined;
  /** This item's own target instead of the settings'; one of the two at most. */
  readonly service_level?: number | undefined;
  readonly fill_rate?: number | undefined;
}

/** What levels are set by. */
export const PLAN_POLICIES = ["service", "cost"] as const;
export type PlanPolicy = (typeof PLAN_POLICIES)[number];

export interface Settings {
  /** Probability of no stock-out in a replenishment cycle; 0.95 where neither it nor a fill rate is given. */
  readonly service_level?: number | undefined;
  /** Share of demand to be met from stock, instead of a service level. */
  readonly fill_rate?: number | undefined;
  /** Days between two reorder runs. */
  readonly review_days: number;
  /** Cost of placing one order line; with `holding_rate` it gives the economic order quantity. */
  readonly order_cost?: number | undefined;
  /** Holding cost a year as a share of unit cost, 0.25 for 25%. */
  readonly holding_rate?: number | undefined;
  /** What a missed sale costs as a share of unit cost; the margin, else 40%, unless given. */
  readonly shortage_rate?: number | undefined;
  /** "service" orders for the target; "cost" at least expected cost, where costs are known; an item's own target stays. */
  readonly policy?: PlanPolicy | undefined;
  /** The company's currency; a supplier's currency converts by `rates` (company currency per unit of it). */
  readonly currency?: string | undefined;
  readonly rates?: Readonly<Record<string, number>> | undefined;
  /** Days of cover above which stock is reported as overstock. */
  readonly overstock_days: number;
}

/** A promotion, past or announced. Without SKU it is of all items, or of all the supplier's. */
export interface Promotion {
  readonly sku?: string | undefined;
  readonly supplier?: string | undefined;
  /** First and last day. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** 0.2 for 20% off. */
  readonly discount?: number | undefined;
  /** What a unit sells at meanwhile; beside the item's own price it tells the discount. */
  readonly price?: number | undefined;
  /** By how much demand is expected to rise, as a share, 0.5 for half as much again; learned from past ones if absent. */
  readonly uplift?: number | undefined;
}

/** A supplier's rules for a whole order, as read. */
export interface Supplier {
  readonly supplier: string;
  /** Of the minimum value; that of the supplier's items unless given. */
  readonly currency?: string | undefined;
  /** The least that the supplier accepts an order for, at cost, where anything is ordered. */
  readonly minimum_value?: number | undefined;
}

export interface PlanRequest {
  readonly today: IsoDate;
  readonly period: Period;
  readonly items: readonly Item[];
  /** Demand per complete period, oldest first, by SKU; null where a value is missing. */
  readonly history: Readonly<Record<string, readonly (number | null)[]>>;
  /** First day of the history's last period, where that is not the last complete one before `today`. */
  readonly last_period?: IsoDate | undefined;
  readonly promotions?: readonly Promotion[] | undefined;
  readonly suppliers?: readonly Supplier[] | undefined;
  readonly settings: Settings;
}

/** Probability that a period's demand falls between `forecast_low` and `forecast_high`. */
export const FORECAST_LEVEL = 0.9;

export interface PlanLine {
  readonly sku: string;
  readonly description: string;
  readonly supplier: string;
  readonly supplier_item: string;
  /** What Lotwise suggests after the supplier's rules, 0 where nothing needs ordering. */
  readonly suggested: number;
  /** What will be ordered: the buyer's own quantity where there is one, else the suggestion. */
  readonly quantity: number;
  /** quantity x unit cost, in `currency`; null where the cost is unknown. */
  readonly cost: number | null;
  readonly unit_cost: number | null;
  readonly currency: string;
  /** When to order: today where an order is due, else the day the position is expected to reach the reorder point. */
  readonly order_date: IsoDate | null;
  readonly arrival: IsoDate | null;
  /** Days until stock, open orders and this order are used up at the forecast rate; null: longer than the forecast. */
  readonly cover_days: number | null;
  readonly reorder_point: number;
  readonly order_up_to: number;
  /** Reorder point less what is expected until then, 0 where the target needs less than is expected. */
  readonly safety_stock: number;
  /** On hand plus open orders due in time, less backorders and reserved. */
  readonly position: number;
  readonly on_hand: number;
  readonly on_order: number;
  /** Mean demand from today over lead time and review. */
  readonly expected_demand: number;
  /** First day of the forecast's first period: the day after the history ends, which may be some days before today. */
  readonly forecast_start: IsoDate;
  /** Mean demand of each period, by the calendar, from that day on. */
  readonly forecast: readonly number[];
  /** Demand a period that is fallen short of in 5 of 100 cases: the lower end of the central 90% of each `forecast`. */
  readonly forecast_low: readonly number[];
  /** Demand a period that is exceeded in 5 of 100 cases: the upper end of the central 90% of each `forecast`. */
  readonly forecast_high: readonly number[];
  readonly model: string;
  readonly why: string;
}

export const EXCEPTION_CODES = [
  "stock-out",
  "late-order",
  "expedite",
  "postpone",
  "cancel",
  "overstock",
  "over-maximum",
  "large-lot",
  "own-quantity",
  "below-minimum",
  "status",
  "data",
] as const;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];

export interface PlanException {
  /** "" where it is about no one item. */
  readonly sku: string;
  /** Where it is about a whole order. */
  readonly supplier?: string | undefined;
  readonly code: ExceptionCode;
  /**
   * The money that is lost if nothing is done (`at-stake.ts`), in the company's currency; exceptions are ranked by it. 0
   * where none is, or it is unknown.
   */
  readonly money: number;
  readonly message: string;
}

export interface SupplierTotal {
  readonly supplier: string;
  readonly quantity: number;
  readonly lines: number;
  readonly cost: number;
  readonly currency: string;
  /** The supplier's minimum order value, in `currency`; absent where there is none or no rate to compare it by. */
  readonly minimum_value?: number | undefined;
  /** How much the order is short of it, 0 where it is reached. */
  readonly missing?: number | undefined;
}

export interface PlanSummary {
  readonly items: number;
  readonly to_order: number;
  readonly exceptions: number;
  /** Cost of all order lines, in the company's currency where rates allow, by currency otherwise. */
  readonly cost: Readonly<Record<string, number>>;
  readonly message: string;
}

export interface Plan {
  readonly lines: readonly PlanLine[];
  readonly suppliers: readonly SupplierTotal[];
  readonly exceptions: readonly PlanException[];
  readonly summary: PlanSummary;
}
