import type { Period } from "../../../shared/calendar/periods.ts";
import type { Item, PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { World } from "./world.ts";

/** What a plan must take of an article. What is not named here must not be planned with. */
export interface ItemFacts {
  /** On hand less what is reserved or owed to customers. */
  readonly stock: number;
  /** Units still to come, and the days on which they are due (any order) where the workbook says. */
  readonly onOrder?: number;
  readonly due?: readonly string[];
  readonly lead: number;
  readonly cost?: number;
  readonly moq?: number;
  readonly multiple?: number;
  readonly maximum?: number;
  /** The buyer's own quantity. */
  readonly wanted?: number;
  /** Not to be ordered: its row may also be left out. */
  readonly stopped?: true;
  /** Facts that may also be left out: without them a plan is poorer, not wrong. */
  readonly optional?: readonly ("multiple" | "cost")[];
}

/** What a careful buyer makes of a workbook. */
export interface Facts {
  readonly items: Readonly<Record<string, ItemFacts>>;
  /** Units by day; a week's or a month's units stand on its first day. */
  readonly demand: Readonly<Record<string, readonly (readonly [day: string, quantity: number])[]>>;
  /** The shortest period into which the demand may be divided. */
  readonly grain: Period;
}

/** What was read: the request of a plan, and the first day of its last period. */
export interface Read {
  readonly request: PlanRequest;
  readonly last: string;
}

const DAY = 86_400_000;
const PERIODS: readonly Period[] = ["day", "week", "month"];
const CLOSE = 1e-6;

/** Number of the period that holds a day; weeks start on Monday. */
function indexOf(iso: string, period: Period): number {
  const date = new Date(`${iso}T00:00:00Z`);
  const days = date.getTime() / DAY;
  if (period === "day") return days;
  return period === "week" ? Math.floor((days + 3) / 7) : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const same = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Math.abs(a - b) < CLOSE;

function faultsOfItem(wanted: ItemFacts, item: Item): string[] {
  const open = item.on_order ?? [];
  const found = {
    stock: item.on_hand - (item.reserved ?? 0) - (item.backorders ?? 0),
    onOrder: open.reduce((sum, { quantity }) => sum + quantity, 0),
    lead: item.lead_time_days,
    cost: item.cost,
    moq: item.moq,
    multiple: item.multiple,
    maximum: item.maximum,
    wanted: item.order_quantity,
  };
  const expected = { onOrder: 0, ...wanted };
  const mayLack: readonly string[] = wanted.optional ?? [];
  const faults = (Object.keys(found) as (keyof typeof found)[])
    .filter((fact) => !same(found[fact], expected[fact]))
    .filter((fact) => !(found[fact] === undefined && mayLack.includes(fact)))
    .map((fact) => `${item.sku} ${fact} is ${found[fact] ?? "none"}, not ${expected[fact] ?? "none"}`);
  const due = open.filter(({ quantity }) => quantity > 0).map((order) => order.due);
  if (wanted.due && [...wanted.due].sort().join() !== due.sort().join())
    faults.push(`${item.sku} is due ${due.join(", ") || "never"}, not ${wanted.due.join(", ")}`);
  const stopped = item.status !== undefined && item.status !== "active";
  if (stopped !== (wanted.stopped ?? false)) faults.push(`${item.sku} is ${stopped ? "not " : ""}to be ordered`);
  return faults;
}

function faultsOfDemand(sku: string, facts: Facts, { request, last }: Read): string[] {
  const { period } = request;
  const values = request.history[sku] ?? [];
  const end = indexOf(last, period);
  const wanted = new Map<number, number>();
  for (const [date, quantity] of facts.demand[sku] ?? []) {
    const index = indexOf(date, period);
    wanted.set(index, (wanted.get(index) ?? 0) + quantity);
  }
  const found = new Map(values.map((value, i) => [end - values.length + 1 + i, value ?? 0]));
  const wrong = [...new Set([...wanted.keys(), ...found.keys()])]
    .sort((a, b) => a - b)
    .filter((index) => !same(wanted.get(index) ?? 0, found.get(index) ?? 0));
  if (wrong.length === 0) return [];
  const sum = (map: ReadonlyMap<number, number>): number => [...map.values()].reduce((a, b) => a + b, 0);
  const [first] = wrong;
  return [
    `${sku} demand differs in ${wrong.length} ${period}s (${found.get(first!) ?? 0}, not ${wanted.get(first!) ?? 0}, in the first; ${sum(found)}, not ${sum(wanted)}, in all)`,
  ];
}

/** What a plan of this request gets wrong; nothing where it has all the facts and no others. */
export function differences(facts: Facts, read: Read): string[] {
  const { request } = read;
  const faults: string[] = [];
  if (PERIODS.indexOf(request.period) < PERIODS.indexOf(facts.grain))
    faults.push(`planned by ${request.period}, not by ${facts.grain}`);
  const items = new Map(request.items.map((item) => [item.sku, item]));
  for (const [sku, wanted] of Object.entries(facts.items)) {
    const item = items.get(sku);
    if (item !== undefined) faults.push(...faultsOfItem(wanted, item), ...faultsOfDemand(sku, facts, read));
    else if (!wanted.stopped) faults.push(`no item ${sku}`);
  }
  for (const sku of items.keys()) if (facts.items[sku] === undefined) faults.push(`unknown item ${sku}`);
  return faults;
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** The facts of the shop as it is, of which a workbook may tell less. */
export function factsOf(world: World, told: { orders?: boolean; cost?: boolean; terms?: boolean } = {}): Facts {
  const items = world.articles.map((article): [string, ItemFacts] => [
    article.sku,
    {
      stock: article.stock,
      lead: article.lead,
      ...(told.cost && { cost: article.cost }),
      ...(told.terms && { moq: article.moq, multiple: article.multiple }),
      ...(told.orders && {
        onOrder: article.orders.reduce((sum, { quantity }) => sum + quantity, 0),
        due: article.orders.map(({ due }) => iso(due)),
      }),
    },
  ]);
  const demand = world.articles.map(({ sku }): [string, [string, number][]] => [
    sku,
    world.sales.filter(({ article }) => article.sku === sku).map(({ date, quantity }) => [iso(date), quantity]),
  ]);
  return { items: Object.fromEntries(items), demand: Object.fromEntries(demand), grain: "day" };
}

/** The same facts, with each article's changed. */
export function changed(facts: Facts, change: (item: ItemFacts, i: number, sku: string) => Partial<ItemFacts>): Facts {
  const items = Object.entries(facts.items).map(([sku, item], i): [string, ItemFacts] => [
    sku,
    { ...item, ...change(item, i, sku) },
  ]);
  return { ...facts, items: Object.fromEntries(items) };
}
