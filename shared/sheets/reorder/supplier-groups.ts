import { NO_SUPPLIER } from "./headers.ts";
import type { OrderLine } from "./order-lines.ts";

/** The order lines of one supplier in one currency. */
export interface SupplierGroup {
  readonly supplier: string;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  readonly quantity: number;
  /** In `currency`; lines without a cost add nothing. */
  readonly cost: number;
  /** In the company's currency; null where there is no rate. */
  readonly worth: number | null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const add = <T>(of: readonly T[], value: (one: T) => number): number => of.reduce((sum, one) => sum + value(one), 0);

/** A line's quantity at its unit cost, in its currency; null where the cost is not known. */
export const lineCost = ({ quantity, unit_cost }: OrderLine): number | null =>
  unit_cost === null ? null : quantity * unit_cost;

/** Lines by supplier and currency; the dearest supplier first, and its dearest line. */
export function supplierGroups(
  lines: readonly OrderLine[],
  rate: (currency: string) => number | null,
): SupplierGroup[] {
  const groups = new Map<string, OrderLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.supplier, line.currency]);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()]
    .map((own): SupplierGroup => {
      const { supplier, currency } = own[0]!;
      const cost = add(own, (line) => lineCost(line) ?? 0);
      const known = rate(currency);
      return {
        supplier: supplier || NO_SUPPLIER,
        currency,
        lines: own.sort((a, b) => (lineCost(b) ?? 0) - (lineCost(a) ?? 0) || compare(a.sku, b.sku)),
        quantity: add(own, ({ quantity }) => quantity),
        cost,
        worth: known === null ? null : cost * known,
      };
    })
    .sort((a, b) => (b.worth ?? b.cost) - (a.worth ?? a.cost) || compare(a.supplier, b.supplier));
}
