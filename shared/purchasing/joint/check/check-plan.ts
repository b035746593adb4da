import type { Budget, Consolidation, Storage } from "../../terms/order-schema.ts";
import type { Item, Settings, Supplier } from "../../terms/plan.ts";
import { isClosed } from "../../../words/item-status.ts";
import { containerCost, enough, type Load } from "./goods.ts";
import { charge } from "./purchases.ts";

/** A line of the answer as far as it is checked. */
export interface CheckedLine {
  readonly sku: string;
  readonly supplier: string;
  readonly quantity: number;
}

/** What the plan was asked; curves by SKU and supplier, as the plan had them. */
export interface CheckedRequest {
  readonly today: string;
  readonly settings: Settings;
  readonly items: readonly Item[];
  readonly suppliers?: readonly Supplier[] | undefined;
  readonly budgets?: readonly Budget[] | undefined;
  readonly storage?: readonly Storage[] | undefined;
  readonly consolidations?: readonly Consolidation[] | undefined;
  curveOf(item: Item, supplier: string): readonly (readonly [quantity: number, money: number])[] | undefined;
  /** Units expected in stock when an order of today arrives. */
  stockOf(item: Item): number;
  /** Suppliers that take no order today. */
  readonly closed: ReadonlySet<string>;
}

/** A rule that the lines break. */
export interface Violation {
  /** The field that says the rule; "line" for what holds of a line. */
  readonly rule: string;
  readonly says: string;
}

export interface Checked {
  readonly violations: readonly Violation[];
  /** The plan's money, summed up from the request. */
  readonly objective: number;
}

interface Bought {
  readonly item: Item;
  readonly quantity: number;
  /** Purchase in the company's money, before discount. */
  readonly purchase: number;
}

interface Order {
  readonly terms: Supplier | undefined;
  readonly rate: number;
  readonly bought: readonly Bought[];
  /** In the supplier's money. */
  readonly value: number;
  readonly discount: number;
  readonly freight: number;
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

/** What the checks of one plan share: what was found, the money so far, and who asks what. */
class Check {
  readonly violations: Violation[] = [];
  money = 0;
  readonly bought = new Map<string, Bought[]>();
  readonly suppliers: ReadonlyMap<string, Supplier>;

  constructor(readonly request: CheckedRequest) {
    this.suppliers = new Map((request.suppliers ?? []).map((one) => [one.supplier, one]));
  }

  readonly rateOf = (currency: string | undefined): number => {
    const { currency: own, rates = {} } = this.request.settings;
    return !currency || currency === own || !Object.hasOwn(rates, currency) ? 1 : rates[currency]!;
  };

  say(rule: string): (says: string) => void {
    return (says) => void this.violations.push({ rule, says });
  }

  /** One item: its curve, its own rules, what it costs beside its purchase. */
  line(item: Item, { quantity, supplier }: Pick<CheckedLine, "quantity" | "supplier">): void {
    const { request, suppliers } = this;
    const say = this.say("line");
    const source = (item.sources ?? []).find((one) => one.supplier === supplier);
    const offer = supplier === (item.supplier ?? "") ? item : source;
    if (!offer) say(`${item.sku} is ordered from ${supplier}, which does not deliver it`);
    this.money += curveMoney(item, supplier, quantity, request, say);
    itemRules(item, supplier, quantity, request).forEach(say);
    if (quantity <= 0 || !offer) return;
    const terms = suppliers.get(supplier);
    const currency = offer.currency ?? item.currency ?? terms?.currency ?? supplierCurrency(request, supplier);
    const purchase = charge(offer, quantity) * this.rateOf(currency);
    const landed = (offer.unit_freight ?? 0) * quantity + (offer.duty ?? 0) * purchase;
    this.money += landed + (terms?.line_cost ?? request.settings.order_cost ?? 0);
    this.bought.set(supplier, [...(this.bought.get(supplier) ?? []), { item, quantity, purchase }]);
  }

  /** One supplier's order by its rules. */
  order(name: string, bought: readonly Bought[]): Order {
    const terms = this.suppliers.get(name);
    const rate = this.rateOf(terms?.currency ?? supplierCurrency(this.request, name));
    const value = sum(bought, ({ purchase }) => purchase) / rate;
    const rates = (terms?.order_discounts ?? []).filter(({ from }) => enough(value, from)).map((one) => one.rate);
    const isFree = terms?.free_freight_from !== undefined && enough(value, terms.free_freight_from);
    const freight = isFree ? 0 : (terms?.freight ?? 0);
    return { terms, rate, bought, value, discount: Math.max(0, ...rates), freight };
  }

  /** Containers that several suppliers share. */
  together({ suppliers: names, containers, loose }: Consolidation): void {
    const its = [...new Set(names)].flatMap((name) => this.bought.get(name) ?? []);
    if (its.length === 0) return;
    const cost = containerCost(loadOf(its), containers, loose);
    if (cost !== undefined) this.money += cost;
    else this.say("consolidations")(`the shared containers of ${names.join(", ")} are not filled as they must be`);
  }
}

/** Checks a plan against every rule of its request, and adds up what it costs. */
export function checkPlan(lines: readonly CheckedLine[], request: CheckedRequest): Checked {
  const check = new Check(request);
  const { violations, bought, rateOf } = check;
  const bySku = new Map(lines.map((line) => [line.sku, line]));
  for (const item of request.items)
    check.line(item, bySku.get(item.sku) ?? { quantity: 0, supplier: item.supplier ?? "" });
  const together = new Set((request.consolidations ?? []).flatMap((one) => one.suppliers));
  const orders = new Map([...bought].map(([name, its]) => [name, check.order(name, its)]));
  for (const [name, order] of orders) check.money += orderMoney(name, order, !together.has(name), violations);
  for (const one of request.consolidations ?? []) check.together(one);
  for (const budget of request.budgets ?? []) budgetRule(budget, orders, request, rateOf).forEach(check.say("budget"));
  storageRules(orders, request).forEach(check.say("storage"));
  return { violations, objective: check.money };
}

/** The currency of a supplier's items, the first by SKU that names one. */
function supplierCurrency({ items }: CheckedRequest, supplier: string): string | undefined {
  const its = items.filter(
    (item) => (item.supplier ?? "") === supplier || item.sources?.some((source) => source.supplier === supplier),
  );
  return its.sort((a, b) => (a.sku < b.sku ? -1 : 1)).find(({ currency }) => currency)?.currency;
}

function curveMoney(
  item: Item,
  supplier: string,
  quantity: number,
  request: CheckedRequest,
  say: (says: string) => void,
): number {
  const curve = request.curveOf(item, supplier);
  const exact = curve?.find(([q]) => q === quantity);
  if (exact) return exact[1];
  // Without a curve, or with a quantity of the buyer's own or a fixed lot, there may be no such point.
  const ofOthers = item.order_quantity === quantity || item.lot_size === quantity;
  if (curve && !ofOthers) say(`${quantity} of ${item.sku} is not a quantity that its curve has`);
  if (!curve) {
    if (quantity > 0) say(`${item.sku} is ordered without a curve`);
    return 0;
  }
  const sorted = [...curve].sort((a, b) => a[0] - b[0]);
  if (sorted.length === 1) return sorted[0]![1];
  const above = sorted.findIndex(([q]) => q > quantity);
  const n = above < 1 ? sorted.length - 1 : above;
  const [from, to] = [sorted[n - 1]!, sorted[n]!];
  return from[1] + ((to[1] - from[1]) / (to[0] - from[0])) * (quantity - from[0]);
}

/** The buyer's own quantity, never, a status, the fixed lot, days without orders. */
function itemRules(item: Item, supplier: string, quantity: number, { closed }: CheckedRequest): string[] {
  const { sku, never, status, order_quantity: own, lot_size: lot } = item;
  const barred = never === true || isClosed(status) || closed.has(supplier);
  if (barred) return quantity === 0 ? [] : [`${sku} may not be ordered, or ${supplier} takes no order today`];
  if (own !== undefined) return quantity === own ? [] : [`${sku} is not ordered as you decided, ${own}`];
  const isLot = lot === undefined || quantity === 0 || quantity === lot;
  return isLot && quantity >= 0 ? [] : [`${quantity} of ${sku} is not its lot of ${lot}`];
}

const loadOf = (bought: readonly Bought[]): Load => ({
  weight: sum(bought, ({ item, quantity }) => (item.weight ?? 0) * quantity),
  volume: sum(bought, ({ item, quantity }) => (item.volume ?? 0) * quantity),
  pallets: sum(bought, ({ item, quantity }) => (item.pallet === undefined ? 0 : quantity / item.pallet)),
});

/** What an order costs beside its lines, and the rules it breaks. */
function orderMoney(
  name: string,
  { terms, rate, bought, value, discount, freight }: Order,
  ownContainers: boolean,
  violations: Violation[],
): number {
  const goods = loadOf(bought);
  let money = rate * (value * (1 - discount) + freight) + (terms?.order_cost ?? 0);
  if (!terms) return money;
  const short = [
    [terms.minimum_value, value, "value"],
    [terms.minimum_quantity, sum(bought, ({ quantity }) => quantity), "quantity"],
    [terms.minimum_weight, goods.weight, "weight"],
  ].filter(([least, have]) => least !== undefined && !enough(have as number, least as number));
  if (short.length > 0 && terms.minimum_rule === "surcharge") money += rate * (terms.surcharge ?? 0);
  if (terms.minimum_rule === undefined || terms.minimum_rule === "hard")
    violations.push(
      ...short.map(([least, , what]) => ({
        rule: `minimum_${what}`,
        says: `the order of ${name} is below its minimum ${what} of ${least}`,
      })),
    );
  for (const { group, quantity: least } of terms.group_minimums ?? []) {
    const units = sum(
      bought.filter(({ item }) => item.group === group),
      ({ quantity }) => quantity,
    );
    if (units > 0 && !enough(units, least))
      violations.push({
        rule: "group_minimums",
        says: `the order of ${name} has ${units} of group ${group}, below ${least}`,
      });
  }
  if (ownContainers && terms.containers) {
    const cost = containerCost(goods, terms.containers, terms.loose);
    if (cost === undefined)
      violations.push({ rule: "containers", says: `the containers of ${name} are not filled as they must be` });
    else money += rate * cost;
  }
  return money;
}

const laterDay = (date: string, days: number): string =>
  new Date(Date.parse(date) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);

/** What counts against a budget is within it. */
function budgetRule(
  budget: Budget,
  orders: ReadonlyMap<string, Order>,
  request: CheckedRequest,
  rateOf: (currency: string | undefined) => number,
): string[] {
  const { amount, category, month, supplier, by } = budget;
  const counts = (date: string, terms: Supplier | undefined): boolean =>
    month === undefined || laterDay(date, by === "payment" ? (terms?.payment_days ?? 0) : 0).startsWith(month);
  let used = 0;
  for (const [name, { terms, rate, bought, discount, freight }] of orders) {
    if ((supplier !== undefined && supplier !== name) || !counts(request.today, terms)) continue;
    const its = bought.filter(({ item }) => category === undefined || item.category === category);
    used += sum(its, ({ purchase }) => purchase) * (1 - discount) + (category === undefined ? rate * freight : 0);
  }
  const terms = new Map((request.suppliers ?? []).map((one) => [one.supplier, one]));
  const open = (): number =>
    sum(request.items, (item) => {
      if (
        (category !== undefined && item.category !== category) ||
        (supplier !== undefined && item.supplier !== supplier)
      )
        return 0;
      const due = (item.on_order ?? []).filter((one) => {
        const ordered = laterDay(one.due, -item.lead_time_days);
        return counts(ordered > request.today ? request.today : ordered, terms.get(item.supplier ?? ""));
      });
      return sum(due, ({ quantity }) => quantity) * (item.cost ?? 0) * rateOf(item.currency);
    });
  const left = Math.max(0, amount - (budget.spent ?? open()));
  return enough(left, used) ? [] : [`a budget of ${amount} has ${left} left and the plan takes ${used}`];
}

/** What arrives finds room. */
function storageRules(orders: ReadonlyMap<string, Order>, request: CheckedRequest): string[] {
  const arriving = [...orders.values()].flatMap(({ bought }) => bought);
  return (request.storage ?? []).flatMap((store) => {
    const inside = (item: Item): boolean => store.class === undefined || item.storage_class === store.class;
    const measures: [number | undefined, (item: Item) => number, string][] = [
      [store.volume, (item) => item.volume ?? 0, "volume"],
      [store.pallets, (item) => (item.pallet === undefined ? 0 : 1 / item.pallet), "pallets"],
    ];
    return measures.flatMap(([room, of, what]) => {
      if (room === undefined) return [];
      const there = sum(request.items.filter(inside), (item) => of(item) * Math.max(0, request.stockOf(item)));
      const more = sum(
        arriving.filter(({ item }) => inside(item)),
        ({ item, quantity }) => of(item) * quantity,
      );
      return enough(Math.max(0, room - there), more) ? [] : [`a store's ${what} of ${room} would hold ${there + more}`];
    });
  });
}
