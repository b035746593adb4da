/** What a policy sees when it reviews the stock: everything up to now, nothing after. */
export interface StockView {
  /** The period about to begin, counted from 0 at the start of the simulation. */
  readonly period: number;
  /** Demand of all earlier periods, oldest first, those before the simulation included. */
  readonly past: Float64Array;
  /** Units in stock after today's receipts. */
  readonly onHand: number;
  /** Units customers wait for. */
  readonly owed: number;
  /** Units ordered and not yet received. */
  readonly onOrder: number;
  /** On hand plus on order less owed. */
  readonly position: number;
  /** Units that arrive at the start of the next period, the one after it, ...: as many as the lead time has periods. */
  readonly due: Float64Array;
}

/** How to replenish one item: the units to order at each review, before the supplier's rules. */
export interface StockPolicy {
  readonly name: string;
  order(view: StockView): number;
}
