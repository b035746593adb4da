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

/** Puts a request together as an order problem, collecting what is odd. */
class Builder {
  readonly exceptions: OrderException[] = [];
  readonly waiting = new Map<string, IsoDate | null>();
  readonly items: readonly ItemMoney[];
  /** By supplier. */
  readonly offered = new Map<string, PlacedLine[]>();
  readonly names: readonly string[];
  readonly #suppliers: ReadonlyMap<string, Supplier>;
  readonly #together: ReadonlySet<string>;
  readonly #refused = new Set<string>();

  constructor(
    given: readonly ItemMoney[],
    readonly terms: OrderTerms,
  ) {
    this.items = [...given].sort((a, b) => compare(a.item.sku, b.item.sku));
    this.#suppliers = new Map((terms.suppliers ?? []).map((one) => [one.supplier, one]));
    this.#together = new Set((terms.consolidations ?? []).flatMap(({ suppliers }) => suppliers));
    for (const money of this.items) {
      this.#offer(money.item.supplier ?? "", { money });
      (money.item.sources ?? []).forEach((source, n) => this.#offer(source.supplier, { money, source: n }));
    }
    this.names = [...this.offered.keys()].sort(compare);
    for (const name of this.names) this.#lookForDay(name);
  }

  readonly supplierOf = (name: string | undefined): Supplier | undefined => this.#suppliers.get(name ?? "");

  #offer(name: string, line: PlacedLine): void {
    const lines = this.offered.get(name) ?? [];
    lines.push(line);
    this.offered.set(name, lines);
  }

  #lookForDay(name: string): void {
    const supplier = this.supplierOf(name);
    const { terms } = this;
    const day = supplier ? firstOrderDay(supplier, terms) : terms.today;
    if (day !== terms.today) this.waiting.set(name, day);
    if (supplier?.cut_off === undefined || terms.now !== undefined) return;
    const message = `Whether the cut-off of ${name}, ${supplier.cut_off}, has passed is not known: the request says no "now". It is taken as not passed.`;
    this.exceptions.push({ ...data("", message), supplier: name });
  }

  /** A supplier's order: its rules and its lines. */
  order(name: string): SupplierOrder {
    const { terms, exceptions } = this;
    const supplier = this.supplierOf(name);
    const lines = this.offered.get(name)!;
    const currency = supplier?.currency ?? lines.find(({ money }) => money.item.currency)?.money.item.currency;
    const rate = known(currency, terms, exceptions);
    const { rules, faults } = rulesOf(supplier, rate, !this.#together.has(name));
    exceptions.push(...faults.map((fault): OrderException => ({ ...data("", fault), supplier: name })));
    const shared = (terms.consolidations ?? []).filter(({ suppliers }) => suppliers.includes(name));
    const kinds = shared.length > 0 ? shared.flatMap(({ containers }) => containers) : supplier?.containers;
    const offer = {
      currency,
      supplierRate: rate,
      lineCost: supplier?.line_cost ?? terms.settings.order_cost ?? 0,
      needs: needsOf(supplier, kinds),
      closed: this.waiting.has(name),
    };
    return { supplier: name, lines: lines.map((line) => this.#line(line, offer)), ...rules };
  }

  #line(
    { money, source }: PlacedLine,
    {
      currency,
      needs,
      ...of
    }: Pick<Offer, "supplierRate" | "lineCost" | "closed"> & {
      readonly currency: string | undefined;
      readonly needs: readonly ("weight" | "volume" | "pallet")[];
    },
  ): OrderLine {
    const { terms, exceptions } = this;
    const { item } = money;
    const { cost, price_breaks, price_kind, unit_freight, duty, ...from } =
      source === undefined ? item : item.sources![source]!;
    const offer: Offer = {
      ...of,
      cost,
      price_breaks,
      price_kind,
      unit_freight,
      duty,
      rate: known(from.currency ?? item.currency ?? currency, terms, exceptions),
      needs: new Set([...needs, ...storageNeeds(terms.storage ?? [], item.storage_class)]),
    };
    const free = !item.never && !isClosed(item.status) && item.order_quantity !== 0;
    const why = free ? hindrance(money, offer) : undefined;
    if (why !== undefined && !this.#refused.has(item.sku)) {
      this.#refused.add(item.sku);
      exceptions.push(data(item.sku, `Not ordered: ${why}.`));
    }
    return lineOf(money, offer, { mayOrder: free && why === undefined, ...(source !== undefined && { source }) });
  }

  consolidations(): Consolidation[] {
    return (this.terms.consolidations ?? []).flatMap(({ suppliers, containers, loose }): Consolidation[] => {
      const places = suppliers.map((name) => this.names.indexOf(name)).filter((s) => s >= 0);
      const orders = [...new Set(places)].sort((a, b) => a - b);
      return orders.length === 0 ? [] : [{ orders, shipment: shipmentOf(containers, loose, 1) }];
    });
  }
}

/** The rules of a request as an order problem: everything sorted by key, every currency and measure resolved. */
export function buildProblem(given: readonly ItemMoney[], terms: OrderTerms): BuiltProblem {
  const builder = new Builder(given, terms);
  const { names, items, exceptions, waiting, offered, supplierOf } = builder;
  const orders = names.map((name) => builder.order(name));
  const placed = names.map((name) => offered.get(name)!);
  const input = { terms, items, orders, placed, supplierOf };
  const problem: OrderProblem = {
    orders,
    caps: [...budgetCaps(input), ...storageCaps(input)],
    consolidations: builder.consolidations(),
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
