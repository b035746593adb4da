export interface UnitPrice {
  /** In the supplier's currency. */
  readonly price: number;
  /** Company currency per unit of the supplier's. */
  readonly rate: number;
  /** Company currency per unit. */
  readonly freight: number;
  readonly duty: number;
}

/** What a unit costs on arrival, in the company's currency: price x rate + freight + duty, each per unit. */
export const landedCost = ({ price, rate, freight, duty }: UnitPrice): number => price * rate + freight + duty;
