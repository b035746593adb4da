import type { Field } from "../fields/index.ts";
import type { KindName } from "../kinds/index.ts";

/** What a row of a list of movements or order lines does to demand. */
export type Movement = "out" | "in" | "return" | "neither";
/** How far an order has come: what is open is still to come, what is done has been sold or received. */
export type OrderState = "open" | "partial" | "done" | "cancelled" | "returned" | "draft";

/** One export of a system: the headers as the system writes them, and what they mean. */
export interface SystemTable {
  readonly kind: KindName;
  /** Where its headers are shown, if elsewhere than the system's others. */
  readonly source?: string;
  /** Header as exported, in whichever of its languages, to its field; "ignore" for what must not be taken for another. One that ends in " *" is also written with a place's name behind it. */
  readonly columns: Readonly<Record<string, Field | "ignore">>;
  /** What a list of movements counts as negative: what leaves the stock, or what comes in. */
  readonly signs?: "out is negative" | "in is negative";
  /** Codes or words of the movement column: "601" of SAP is "out". */
  readonly movements?: Readonly<Record<string, Movement>>;
  /** Words of the status column. */
  readonly statuses?: Readonly<Record<string, OrderState>>;
}

/**
 * The exports of one system. A profile speeds up what headers and values would say and never overrides values that say
 * otherwise.
 */
export interface System {
  readonly name: string;
  /** Address of the public documentation that shows these headers. */
  readonly source: string;
  readonly tables: readonly SystemTable[];
}
