import type { Item } from "../../../shared/purchasing/terms/plan.ts";

/** The items whose SKU or description holds a text, in any case; the one whose SKU is that text alone where there is one. */
export function itemsWith(items: readonly Item[], text: string): readonly Item[] {
  const sought = text.toLowerCase();
  const exact = items.filter(({ sku }) => sku.toLowerCase() === sought);
  if (exact.length === 1) return exact;
  return items.filter(({ sku, description = "" }) => `${sku}\n${description}`.toLowerCase().includes(sought));
}

/** The SKU that a text means: of the one item that was found, or as typed where none was; undefined where several may be. */
export function chosen(found: readonly Item[], sought: string): string | undefined {
  if (sought === "" || found.some(({ sku }) => sku === sought)) return sought || undefined;
  return found.length > 1 ? undefined : (found[0]?.sku ?? sought);
}
