import type { Promotion } from "./request-schema.ts";

/** The most promotions without a SKU of one supplier, or for all items: each of them is looked at for each item. */
const MOST_WIDER = 1000;

/** Who has more than those, in words; undefined where nobody has. */
export function tooManyWider(promotions: readonly Promotion[]): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const { sku, supplier } of promotions)
    if (sku === undefined) counts.set(supplier, (counts.get(supplier) ?? 0) + 1);
  for (const [supplier, count] of counts)
    if (count > MOST_WIDER) {
      const whose = supplier === undefined ? "all items" : `the supplier ${supplier}`;
      return `promotions: at most ${MOST_WIDER} may name no SKU for ${whose}; got ${count}`;
    }
  return undefined;
}
