import { EXCEPTION_KINDS, type ExceptionCode } from "../../purchasing/exceptions/kinds.ts";
import type { PlanException } from "../../purchasing/plan/plan-schema.ts";
import { counted } from "../../purchasing/terms/words.ts";

/** With the place in the workbook that is to be mended, where there is one. */
export interface PlacedException extends PlanException {
  readonly where?: string;
}

/** An item, or a line of its plan. */
interface Supplied {
  readonly sku: string;
  readonly supplier?: string | undefined;
}

/** What the buyer decides at once: one exception, or several of one cause and one supplier. */
export interface Decision {
  readonly code: ExceptionCode;
  /** What the kind is called wherever it is shown. */
  readonly kind: string;
  readonly supplier: string;
  /** Of the items, the most at stake first; none where it is about no item. */
  readonly skus: readonly string[];
  /** Of all together. */
  readonly money: number;
  readonly message: string;
  /** Of the one with the most at stake alone. */
  readonly lead: string;
  readonly where: string;
}

export interface Decisions {
  /** Those worth showing, the most at stake first; those of which no amount is known after them. */
  readonly shown: readonly Decision[];
  /** The least amount worth showing, in the company's currency; 0 where all are shown. */
  readonly least: number;
  /** Those with less at stake: how many, and what they come to. */
  readonly small: { readonly count: number; readonly money: number };
}

/** Kinds that are decided line by line: the quantities are the buyer's own, each for a reason of its own. */
const ONE_BY_ONE: readonly ExceptionCode[] = ["own-quantity"];
/** Messages told in full of a decision about many items; of the rest the SKUs. */
const TOLD = 3;
/** What is left out is at most so much of all that is at stake, an exception. */
const NEGLIGIBLE = 1 / 1000;

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter(Boolean);

/** What makes exceptions one decision. */
function causeOf({ code, message }: PlacedException, supplier: string, index: number): string {
  if (ONE_BY_ONE.includes(code)) return `${index}`;
  // The same remark about many rows is one thing to mend, whoever supplies them.
  return JSON.stringify(code === "data" ? [code, message] : supplier ? [code, supplier] : [code, index]);
}

/** The messages of several exceptions as one: the same one once, others each with its SKU. */
function told(all: readonly PlacedException[]): string {
  const [first] = all;
  if (all.length === 1) return first!.message;
  const skus = unique(all.map(({ sku }) => sku));
  const what = skus.length > 0 ? counted(skus.length, "item") : counted(all.length, "time");
  if (new Set(all.map(({ message }) => message)).size === 1) return `${what}: ${first!.message}`;
  const more = unique(all.slice(TOLD).map(({ sku }) => sku)).filter(
    (sku) => !all.slice(0, TOLD).some((one) => one.sku === sku),
  );
  const each = all.slice(0, TOLD).map(({ sku, message }) => `${sku}: ${message}`);
  return [`${what}.`, ...each, ...(more.length > 0 ? [`Also ${more.join(", ")}.`] : [])].join(" ");
}

/** One decision of what belongs together, the most at stake first. */
function decided(all: readonly PlacedException[], supplier: string): Decision {
  const ranked = [...all].sort((a, b) => b.money - a.money);
  const { code } = ranked[0]!;
  return {
    code,
    kind: EXCEPTION_KINDS[code],
    supplier,
    skus: unique(ranked.map(({ sku }) => sku)),
    money: ranked.reduce((sum, { money }) => sum + money, 0),
    message: told(ranked),
    lead: ranked[0]!.message,
    where: unique(ranked.map(({ where = "" }) => where)).join(", "),
  };
}

/** The largest of 1, 2, 5, 10, 20, 50, ... that is at most `x`; 0 below 1. */
function roundBelow(x: number): number {
  if (x < 1) return 0;
  const power = 10 ** Math.floor(Math.log10(x));
  return power * [5, 2, 1].find((step) => step * power <= x)!;
}

/**
 * Exceptions as decisions, those of one cause and one supplier together, without what is too small to matter: below a
 * thousandth of all that is at stake, as a round amount. Those without an amount are all there.
 */
export function decisionsOf(exceptions: readonly PlacedException[], items: readonly Supplied[]): Decisions {
  const suppliers = new Map(items.map(({ sku, supplier = "" }) => [sku, supplier]));
  const groups = new Map<string, { all: PlacedException[]; suppliers: Set<string> }>();
  exceptions.forEach((exception, index) => {
    const supplier = suppliers.get(exception.sku) ?? exception.supplier ?? "";
    const key = causeOf(exception, supplier, index);
    const group = groups.get(key) ?? { all: [], suppliers: new Set() };
    groups.set(key, group);
    group.all.push(exception);
    group.suppliers.add(supplier);
  });
  const all = [...groups.values()]
    .map(({ all: own, suppliers: whose }) => decided(own, whose.size === 1 ? [...whose][0]! : ""))
    .sort((a, b) => b.money - a.money);
  const least = roundBelow(NEGLIGIBLE * all.reduce((sum, { money }) => sum + money, 0));
  const small = all.filter(({ money }) => money > 0 && money < least);
  return {
    shown: all.filter((one) => !small.includes(one)),
    least: small.length > 0 ? least : 0,
    small: { count: small.length, money: small.reduce((sum, { money }) => sum + money, 0) },
  };
}
