import type { IsoDate } from "../../../calendar/dates.ts";
import { isClosed } from "../../../words/item-status.ts";
import type { Supplier } from "../../terms/plan.ts";
import type { RowException } from "../../terms/row-exception.ts";
import type { Consolidation, OrderLine, OrderProblem, Sources, SupplierOrder } from "../problem.ts";
import { rateOf } from "./exchange.ts";
import { firstOrderDay } from "./order-days.ts";
import { hindrance, lineOf, type Offer } from "./order-lines.ts";
import type { ItemMoney, OrderTerms } from "./order-terms.ts";
import { budgetCaps, storageCaps, storageNeeds } from "./shared-rules.ts";
import { needsOf, rulesOf, shipmentOf } from "./supplier-rules.ts";

/** A line of the problem and where it comes from. */
export interface PlacedLine {
  readonly money: ItemMoney;
  /** Which of its other sources delivers it; absent: its own supplier. */
  readonly source?: number | undefined;
}

/** What is odd about an item or a supplier's rules. */
export interface OrderException extends RowException {
  readonly supplier?: string;
}

export interface BuiltProblem {
  readonly problem: OrderProblem;
  /** By order and line. */
  readonly placed: readonly (readonly PlacedLine[])[];
  readonly exceptions: readonly OrderException[];
  /** Suppliers that take no order today, with the day on which they do. */
  readonly waiting: ReadonlyMap<string, IsoDate | null>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const data = (sku: string, message: string): OrderException => ({ sku, code: "data", money: 0, message });

/** The rules of a request as an order problem: everything sorted by key, every currency and measure resolved. */
export function buildProblem(given: readonly ItemMoney[], terms: OrderTerms): BuiltProblem {
  const exceptions: OrderException[] = [];
  const items = [...given].sort((a, b) => compare(a.item.sku, b.item.sku));
  const supplierTerms = new Map((terms.suppliers ?? []).map((one) => [one.supplier, one]));
  const supplierOf = (name: string | undefined): Supplier | undefined => supplierTerms.get(name ?? "");
  const waiting = new Map<string, IsoDate | null>();
  const offered = new Map<string, PlacedLine[]>();
  const offer = (name: string, line: PlacedLine): void => {
    const lines = offered.get(name) ?? [];
    lines.push(line);
    offered.set(name, lines);
  };
  for (const money of items) {
    offer(money.item.supplier ?? "", { money });
    (money.item.sources ?? []).forEach((source, n) => offer(source.supplier, { money, source: n }));
  }
  const names = [...offered.keys()].sort(compare);
  for (const name of names) {
    const supplier = supplierOf(name);
    const day = supplier ? firstOrderDay(supplier, terms) : terms.today;
    if (day !== terms.today) waiting.set(name, day);
    if (supplier?.cut_off !== undefined && terms.now === undefined)
      exceptions.push({
        ...data(
          "",
          `Whether the cut-off of ${name}, ${supplier.cut_off}, has passed is not known: the request says no "now". It is taken as not passed.`,
        ),
        supplier: name,
      });
  }
  const together = new Set((terms.consolidations ?? []).flatMap(({ suppliers }) => suppliers));
  const refused = new Set<string>();
  const orders = names.map((name): SupplierOrder => {
    const supplier = supplierOf(name);
    const lines = offered.get(name)!;
    const currency = supplier?.currency ?? lines.find(({ money }) => money.item.currency)?.money.item.currency;
    const rate = known(currency, terms, exceptions);
    const { rules, faults } = rulesOf(supplier, rate, !together.has(name));
    exceptions.push(...faults.map((fault): OrderException => ({ ...data("", fault), supplier: name })));
    const kinds = together.has(name)
      ? terms.consolidations!.flatMap((one) => (one.suppliers.includes(name) ? one.containers : []))
      : supplier?.containers;
    const needs = needsOf(supplier, kinds);
    const made = lines.map(({ money, source }): OrderLine => {
      const { item } = money;
      const from = source === undefined ? item : item.sources![source]!;
      const itemRate = known(from.currency ?? item.currency ?? currency, terms, exceptions);
      const one: Offer = {
        cost: from.cost,
        price_breaks: from.price_breaks,
        price_kind: from.price_kind,
        unit_freight: from.unit_freight,
        duty: from.duty,
        rate: itemRate,
        supplierRate: rate,
        lineCost: supplier?.line_cost ?? terms.settings.order_cost ?? 0,
        needs: new Set([...needs, ...storageNeeds(terms.storage ?? [], item.storage_class)]),
        closed: waiting.has(name),
      };
      const free = !item.never && !isClosed(item.status) && item.order_quantity !== 0;
      const why = free ? hindrance(money, one) : undefined;
      if (why !== undefined && !refused.has(item.sku)) {
        refused.add(item.sku);
        exceptions.push(data(item.sku, `Not ordered: ${why}.`));
      }
      return lineOf(money, one, { mayOrder: free && why === undefined, ...(source !== undefined && { source }) });
    });
    return { supplier: name, lines: made, ...rules };
  });
  const placed = names.map((name) => offered.get(name)!);
  const input = { terms, items, orders, placed, supplierOf };
  const problem: OrderProblem = {
    orders,
    caps: [...budgetCaps(input), ...storageCaps(input)],
    consolidations: (terms.consolidations ?? []).flatMap(({ suppliers, containers, loose }): Consolidation[] => {
      const of = suppliers
        .map((name) => names.indexOf(name))
        .filter((s) => s >= 0)
        .sort((a, b) => a - b);
      return of.length === 0 ? [] : [{ orders: of, shipment: shipmentOf(containers, loose, 1) }];
    }),
    sources: sourcesOf(placed, orders),
  };
  return { problem, placed, exceptions, waiting };
}

/** A currency's rate; 1 where none is given, which is told once. */
function known(currency: string | undefined, { settings }: OrderTerms, exceptions: OrderException[]): number {
  const rate = rateOf(currency, settings);
  if (rate !== undefined) return rate;
  const message = `No rate is given for ${currency}: its money counts as the company's.`;
  const alone = settings.currency === undefined && settings.rates === undefined;
  if (!alone && !exceptions.some((one) => one.message === message)) exceptions.push(data("", message));
  return 1;
}

/** Items that several suppliers deliver. */
function sourcesOf(placed: readonly (readonly PlacedLine[])[], orders: readonly SupplierOrder[]): Sources[] {
  const bySku = new Map<string, [number, number][]>();
  placed.forEach((lines, s) =>
    lines.forEach(({ money: { item } }, i) => {
      if (!item.sources?.length) return;
      const known = bySku.get(item.sku) ?? [];
      known.push([s, i]);
      bySku.set(item.sku, known);
    }),
  );
  return [...bySku.values()].map((lines) => {
    const [s, i] = lines[0]!;
    const { order_quantity: locked } = placed[s]![i]!.money.item;
    const some = lines.some(([t, j]) => orders[t]!.lines[j]!.options.some(({ quantity }) => quantity > 0));
    return { lines, locked: locked && some ? locked : undefined };
  });
}
