import type { Collector } from "./findings.ts";

const LISTED_SKUS = 50;
const bare = (sku: string): string => sku.replace(/^0+(?=\d)/, "");

/** The item table's spelling of a SKU. */
export interface SkuMatcher {
  (sku: string): string | undefined;
  /** Says which codes were taken for ones with leading zeros. */
  say(collector: Collector): void;
}

/** One name for several is none. */
function unique(skus: Iterable<string>, form: (sku: string) => string): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const sku of skus) found.set(form(sku), found.has(form(sku)) ? undefined : sku);
  return found;
}

/**
 * Finds a SKU in the item table: exact, else the only one that differs in case alone, else the only one that differs in
 * leading zeros, which spreadsheets drop.
 */
export function skuMatcher(items: ReadonlyMap<string, unknown>): SkuMatcher {
  const folded = unique(items.keys(), (sku) => sku.toLowerCase());
  const zeros = unique(items.keys(), bare);
  const padded = new Map<string, string>();
  const match = (sku: string): string | undefined => {
    const known = items.has(sku) ? sku : folded.get(sku.toLowerCase());
    if (known !== undefined || !/^\d+$/.test(sku)) return known;
    const other = zeros.get(bare(sku));
    if (other !== undefined) padded.set(sku, other);
    return other;
  };
  const say = (collector: Collector): void => {
    if (padded.size === 0) return;
    const list = [...padded].slice(0, 8).map(([short, long]) => `${short} is ${long}`);
    collector.note(
      `Codes that lost their leading zeros were matched: ${list.join(", ")}${padded.size > 8 ? ", …" : ""}.`,
    );
  };
  return Object.assign(match, { say });
}

/** Names SKUs that have something but no row in the item table. */
export function nameUnknown(skus: readonly string[], what: string, sheet: string, collector: Collector): void {
  for (const sku of skus.slice(0, LISTED_SKUS)) {
    collector.badRow(`${what} without item`, {
      sheet,
      row: 0,
      sku,
      message: `SKU ${sku} has ${what} but no row in the item table: it is not planned. Add it there or ignore it.`,
    });
  }
  if (skus.length > 0)
    collector.note(
      `${skus.length} SKU${skus.length > 1 ? "s have" : " has"} ${what} but no row in the item table, and ${skus.length > 1 ? "are" : "is"} not planned: ${skus.slice(0, 8).join(", ")}${skus.length > 8 ? ", …" : ""}.`,
      "left out",
    );
}
