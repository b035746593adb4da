import { parseHeader } from "../header/parse.ts";
import { plain } from "../../words/plain.ts";
import { wordsOf } from "../wordlists.ts";
import type { ExportKind } from "../systems/system.ts";
import type { Concept } from "../words/concept.ts";

/** What a sheet's name or a table's title says that it holds. */
export type Named = ExportKind | "quotes" | "orders" | "movements" | "returns" | "cancelled";

const ORDER_NAMES = wordsOf((language) => language.openOrders);
const PROMOTION_NAMES = wordsOf((language) => language.promotions);

/** The first set that a name contains decides. */
const BY_CONCEPT: readonly (readonly [kind: Named, concepts: readonly Concept[], without?: readonly Concept[]])[] = [
  ["promotions", ["promotion"], ["sale", "demand", "order", "forecast"]],
  ["forecast", ["forecast"]],
  ["budget", ["budget"]],
  ["returns", ["returned"]],
  ["cancelled", ["cancelled"]],
  ["quotes", ["draft"]],
  ["stock history", ["counted"]],
  ["receipts", ["received"], ["sale"]],
  ["money", ["revenue"]],
  ["money", ["value"], ["qty", "piece"]],
  ["money", ["currency"], ["qty", "piece", "price"]],
  ["price list", ["price"]],
  ["history", ["so"]],
  ["history", ["sale"]],
  ["open orders", ["onorder"]],
  ["open orders", ["incoming"]],
  ["open orders", ["remaining", "order"]],
  ["open orders", ["open"]],
  ["open orders", ["purchase", "order"]],
  ["open orders", ["supplier", "order"]],
  ["purchases", ["purchase"]],
  ["movements", ["movement"]],
  ["history", ["demand"]],
  ["history", ["shipped"]],
  ["calendar", ["calendar"]],
  ["lanes", ["lane"]],
  ["orders", ["order"]],
  ["suppliers", ["supplier"]],
  ["items", ["stock"]],
  ["items", ["item"]],
];

const contains = (text: string, words: ReadonlySet<string>): boolean =>
  [...words].some((word) => (/\p{Script=Han}/u.test(word) ? text.includes(word) : ` ${text} `.includes(` ${word} `)));

/** What a name says, or undefined where it says nothing known. */
export function namedKind(name: string): Named | undefined {
  const { sets } = parseHeader(name);
  const text = plain(name);
  for (const [kind, all, without = []] of BY_CONCEPT) {
    const said = sets.some((set) => all.every((one) => set.has(one)) && !without.some((one) => set.has(one)));
    if (!said) continue;
    if ((kind === "purchases" || kind === "orders" || kind === "suppliers") && contains(text, ORDER_NAMES))
      return "open orders";
    return kind;
  }
  if (contains(text, ORDER_NAMES)) return "open orders";
  return contains(text, PROMOTION_NAMES) ? "promotions" : undefined;
}
