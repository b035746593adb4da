import type { OrderLine } from "./order-lines.ts";
import { NO_SUPPLIER } from "./headers.ts";

/** The order lines of one supplier in one currency. */
export interface SupplierGroup {
  readonly supplier: string;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const costOf = ({ quantity, unit_cost }: OrderLine): number => quantity * (unit_cost ?? 0);

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
    .map((own) => {
      const { supplier, currency } = own[0]!;
      const worth = own.reduce((sum, line) => sum + costOf(line), 0) * (rate(currency) ?? 1);
      const sorted = own.sort((a, b) => costOf(b) - costOf(a) || compare(a.sku, b.sku));
      return { group: { supplier: supplier || NO_SUPPLIER, currency, lines: sorted }, worth };
    })
    .sort((a, b) => b.worth - a.worth || compare(a.group.supplier, b.group.supplier))
    .map(({ group }) => group);
}
