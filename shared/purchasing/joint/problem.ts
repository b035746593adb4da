/*
 * The order problem: which quantity of each line to order so that curves, purchases and the costs of the orders are least
 * and every rule holds. Money is the company's but where it says the supplier's.
 */

/** One quantity that a line may have. */
export interface OrderOption {
  readonly quantity: number;
  /** Curve, unit freight, duty and line cost: all that a line costs but for its purchase. */
  readonly cost: number;
  /** Purchase before discount, in the supplier's money. */
  readonly value: number;
}

/** An item as one supplier offers it. */
export interface OrderLine {
  readonly sku: string;
  /** By quantity, the least first; a locked line has one. */
  readonly options: readonly OrderOption[];
  /** Those it would have without the buyer's own quantity, or if its supplier took orders today. */
  readonly unlocked?: readonly OrderOption[] | undefined;
  /** Whether its supplier takes no orders today. */
  readonly waits?: boolean | undefined;
  /** Of a unit; 0 where no rule asks. */
  readonly weight: number;
  readonly volume: number;
  readonly pallets: number;
  readonly group?: string | undefined;
}

export interface DiscountTier {
  /** Order value before discount, in the supplier's money. */
  readonly from: number;
  readonly rate: number;
}

/** A kind of container; a measure that it does not limit is absent. */
export interface ContainerKind {
  readonly name: string;
  readonly weight?: number | undefined;
  readonly volume?: number | undefined;
  readonly pallets?: number | undefined;
  readonly cost: number;
  /** To which share the last one must be filled, in the fullest of its measures. */
  readonly least_fill?: number | undefined;
  readonly most?: number | undefined;
}

/** What goes loose instead of the last container costs so much. */
export interface LoosePrice {
  readonly per_weight?: number | undefined;
  readonly per_volume?: number | undefined;
}

/** Containers for the goods of one order or of several. */
export interface Shipment {
  /** By name; one of the kinds is used. */
  readonly kinds: readonly ContainerKind[];
  readonly loose?: LoosePrice | undefined;
  /** Company's money for one of the money that kinds and loose goods are priced in. */
  readonly rate: number;
}

export const MINIMUMS = ["value", "quantity", "weight"] as const;
export type Minimum = (typeof MINIMUMS)[number];

/** One supplier's order and its rules. */
export interface SupplierOrder {
  readonly supplier: string;
  /** Company's money for one of the supplier's. */
  readonly rate: number;
  /** By SKU. */
  readonly lines: readonly OrderLine[];
  readonly orderCost: number;
  /** Rates rise with `from`. */
  readonly tiers: readonly DiscountTier[];
  /** In the supplier's money; waived from `freeFrom` on. */
  readonly freight: number;
  readonly freeFrom?: number | undefined;
  readonly minimums: Readonly<Partial<Record<Minimum, number>>>;
  /** In the supplier's money, once, whichever minimums are missed; undefined: they are hard. */
  readonly surcharge?: number | undefined;
  readonly shipment?: Shipment | undefined;
  /** Units of a group of lines: none or at least so many. */
  readonly groups: readonly { readonly group: string; readonly quantity: number }[];
}

/** A limit on what lines of one or several orders use: money after discount, or room. */
export interface Cap {
  readonly rule: "budget" | "storage";
  /** As it is said of: "budget of January". */
  readonly name: string;
  readonly limit: number;
  /** Money: a line uses its purchase after discount. Room: a line uses so much a unit. */
  readonly kind: "money" | "room";
  /** By order and line: 1 or 0 for money, room a unit for room. */
  readonly uses: readonly (readonly number[])[];
  /** By order: whether its freight counts too. */
  readonly freight: readonly boolean[];
}

/** A cap as one order sees it: its limit holds, or what is used of it costs a price instead. */
export interface PricedCap extends Cap {
  readonly price?: number | undefined;
}

/** Orders whose goods share containers. */
export interface Consolidation {
  readonly orders: readonly number[];
  readonly shipment: Shipment;
}

/** One item at several suppliers: at most one of the lines has a quantity. */
export interface Sources {
  readonly lines: readonly (readonly [order: number, line: number])[];
  /** The quantity that must come from one of them; undefined: none need to be. */
  readonly locked?: number | undefined;
}

export interface OrderProblem {
  /** By supplier. */
  readonly orders: readonly SupplierOrder[];
  readonly caps: readonly Cap[];
  readonly consolidations: readonly Consolidation[];
  readonly sources: readonly Sources[];
}

/** The option of each line, by order and line. */
export type Picks = readonly (readonly number[])[];
