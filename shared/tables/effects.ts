import { parseHeader } from "./header/parse.ts";
import { plain } from "../words/plain.ts";
import type { Movement, OrderState } from "./systems/system.ts";
import type { Concept } from "./words/concept.ts";

const SIGNS: Readonly<Record<string, Movement>> = {
  in: "in",
  i: "in",
  ein: "in",
  "+": "in",
  入: "in",
  eingang: "in",
  entry: "in",
  out: "out",
  o: "out",
  aus: "out",
  "-": "out",
  出: "out",
  exit: "out",
  pos: "out",
  so: "out",
  inv: "out",
  po: "in",
  grn: "in",
};
/** What is invoiced, on documents of which others are credit notes and receipts. */
const INVOICE = /invoice|rechnung|factu|fattur|fatura|发票/iu;
const NO_DEMAND: readonly Concept[] = ["movement", "counted", "opening", "closing", "system", "cancelled", "draft"];

function saysAny(text: string): (...concepts: readonly Concept[]) => boolean {
  const { sets } = parseHeader(text);
  return (...concepts) => sets.some((set) => concepts.some((concept) => set.has(concept)));
}

/** Letters for out and in that mean something only together, in the language that they are of. */
const PAIRS: readonly (readonly [out: string, into: string])[] = [
  ["s", "e"],
  ["u", "e"],
  ["a", "z"],
  ["a", "e"],
  ["u", "i"],
  ["v", "i"],
  ["d", "c"],
  ["d", "r"],
];

/** What each of two letters means where they stand for out and in ("S" and "E": sortie, entrée). */
export function movementPair(words: readonly string[]): ReadonlyMap<string, Movement> | undefined {
  const letters = new Map(words.map((word) => [plain(word), word]));
  const pair = words.length === 2 ? PAIRS.find((one) => one.every((letter) => letters.has(letter))) : undefined;
  if (pair === undefined) return undefined;
  const [out, into] = pair.map((letter) => letters.get(letter) ?? "");
  return new Map<string, Movement>([
    [out ?? "", "out"],
    [into ?? "", "in"],
  ]);
}

/** What a word of a movement column does to demand; undefined where it says nothing known. */
export function movementOf(text: string): Movement | undefined {
  const sign = SIGNS[plain(text) || text.trim()];
  if (sign !== undefined) return sign;
  const said = saysAny(text);
  if (said("returned"))
    return said("purchase", "supplier") || said("in")
      ? "neither"
      : /scrap|damag|lost|wast|expired|ausschuss|rebut|merma|scart|perda|报废|损耗/iu.test(text)
        ? "neither"
        : "return";
  if (said("sale", "so", "out")) return "out";
  if (said(...NO_DEMAND) && !said("demand")) return "neither";
  if (said("received", "purchase", "incoming", "in")) return "in";
  return said("demand", "shipped") || INVOICE.test(text) ? "out" : undefined;
}

const DELIVERED = /deliver|livr|entreg|consegn|geliefert|geleverd|servid|交货|到货/iu;

/** How far an order has come by its status; undefined where the word is not known. */
export function stateOf(text: string, of: "sales" | "purchases"): OrderState | undefined {
  const said = saysAny(text);
  if (said("cancelled", "discontinued")) return "cancelled";
  if (said("returned")) return "returned";
  if (said("draft")) return "draft";
  if (said("partial")) return "partial";
  if (said("remaining", "backorder")) return "open";
  if (said("received", "closed")) return "done";
  if (said("shipped")) return of === "sales" || DELIVERED.test(text) ? "done" : "open";
  if (
    said("open", "confirmed", "incoming", "due", "created", "order", "so", "onorder", "reserved", "active", "current")
  )
    return "open";
  return said("paid", "sale") ? (of === "sales" ? "done" : undefined) : undefined;
}
