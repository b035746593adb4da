import { parseHeader } from "../header/parse.ts";
import { conceptsOf } from "../fields/field.ts";
import { plain } from "../../words/plain.ts";
import { TABLE_KINDS, type KindName } from "../kinds/index.ts";
import type { TableKind } from "../kinds/kind.ts";
import { wordsOf } from "../wordlists.ts";
import type { Concept } from "../words/concept.ts";

const ORDER_NAMES = wordsOf((language) => language.openOrders);
const PROMOTION_NAMES = wordsOf((language) => language.promotions);

interface Rule {
  readonly kind: KindName;
  readonly says: readonly Concept[];
  readonly but: readonly Concept[];
}

/** The first that a name satisfies decides. */
const RULES: readonly Rule[] = TABLE_KINDS.flatMap(({ name, named }: TableKind<KindName>) =>
  named.map(([says, but = ""]) => ({ kind: name, says: conceptsOf(says), but: conceptsOf(but) })),
);

const contains = (text: string, words: ReadonlySet<string>): boolean =>
  [...words].some((word) => (/\p{Script=Han}/u.test(word) ? text.includes(word) : ` ${text} `.includes(` ${word} `)));

/** What a sheet's name or a table's title says that it holds; undefined where it says nothing known. */
export function namedKind(name: string): KindName | undefined {
  const { sets } = parseHeader(name);
  const text = plain(name);
  for (const { kind, says, but } of RULES) {
    const said = sets.some((set) => says.every((one) => set.has(one)) && !but.some((one) => set.has(one)));
    if (!said) continue;
    if ((kind === "purchases" || kind === "orders" || kind === "suppliers") && contains(text, ORDER_NAMES))
      return "open orders";
    return kind;
  }
  if (contains(text, ORDER_NAMES)) return "open orders";
  return contains(text, PROMOTION_NAMES) ? "promotions" : undefined;
}
