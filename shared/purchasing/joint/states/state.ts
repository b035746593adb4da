import { HALF_MILLIONTH, MILLIONTH } from "../millionth.ts";
import type { ContainerKind, PricedCap, SupplierOrder } from "../problem.ts";
import type { MeasureName, Table } from "./table.ts";

/** One end of a measure: at least `at` (sign 1) or at most `at` (sign -1), in the table's scale. */
export interface End {
  readonly measure: number;
  readonly sign: 1 | -1;
  readonly at: number;
  /** What going beyond costs a unit of the scaled measure; Infinity: it may not. */
  readonly price: number;
}

/**
 * What an order may claim: a discount tier, freight waived or paid, a surcharge paid or not, containers of a kind, groups
 * in or out. It claims no more than its plans really get, and a plan above the next threshold is simply cheaper in another
 * state: so no state has an upper end at a threshold, and none needs a strict inequality.
 */
export interface State {
  readonly key: string;
  /** Company's money for a unit of each scaled measure: of the value after discount, of what caps have a price for. */
  readonly prices: Float64Array;
  /** Company's money. */
  readonly fixed: number;
  readonly ends: readonly End[];
  readonly tier: number;
  readonly waived: boolean;
  readonly kind?: ContainerKind | undefined;
  /** Containers paid for. */
  readonly count: number;
  readonly loose: boolean;
  /** Groups settled: true in, false out. */
  readonly groups: ReadonlyMap<number, boolean>;
  /** The measure by which the last container is filled, once that is settled. */
  readonly filledBy?: MeasureName | undefined;
}

interface Freight {
  readonly tier: number;
  readonly from: number;
  readonly rate: number;
  readonly waived: boolean;
  readonly surcharged: boolean;
}

/** Tier, freight and surcharge, without those that are dearer than another in every plan. */
function termsOf(order: SupplierOrder): Freight[] {
  const { tiers, freeFrom = Infinity, freight, minimums, surcharge } = order;
  const anyMinimum = Object.values(minimums).some((x) => x !== undefined);
  return [{ from: 0, rate: 0 }, ...tiers].flatMap(({ from, rate }, tier) =>
    (freight > 0 && freeFrom < Infinity ? (from >= freeFrom ? [true] : [false, true]) : [false]).flatMap((waived) =>
      (anyMinimum && surcharge !== undefined && surcharge >= 0 ? [false, true] : [false]).map((surcharged) => ({
        tier,
        from: Math.max(from, waived ? freeFrom : 0),
        rate,
        waived,
        surcharged,
      })),
    ),
  );
}

interface Load {
  readonly kind?: ContainerKind;
  readonly count: number;
  readonly loose: boolean;
}

/** Containers of each kind, up to what all the goods there could be need. */
function loadsOf({ shipment }: SupplierOrder, most: (name: MeasureName) => number): Load[] {
  if (!shipment) return [{ count: 0, loose: false }];
  return shipment.kinds.flatMap((kind) => {
    const needed = (["weight", "volume", "pallets"] as const).reduce(
      (count, name) => Math.max(count, kind[name] === undefined ? 1 : Math.ceil(most(name) / kind[name] - 1e-9)),
      1,
    );
    const last = Math.min(needed, kind.most ?? Infinity);
    const counts = Array.from({ length: Math.max(0, last) }, (_, n) => n + 1);
    return [
      ...counts.map((count) => ({ kind, count, loose: false })),
      ...(shipment.loose ? [0, ...counts].map((count) => ({ kind, count, loose: true })) : []),
    ];
  });
}

/** Whether a table can hold enough for a lower end. */
export const reachable = (ends: readonly End[]): boolean => ends.every(({ sign, at }) => sign < 0 || at <= 1);

/** All states of an order that can be reached, and the ends that its rules set. */
export class States {
  readonly #at: (name: MeasureName) => number;

  constructor(
    readonly table: Table,
    readonly caps: readonly PricedCap[],
  ) {
    const places = new Map(table.names.map((name, j) => [name, j]));
    this.#at = (name) => places.get(name)!;
  }

  /** A measure is at least (1) or at most (-1) so much, or costs `price` a unit beyond. */
  end(name: MeasureName, sign: 1 | -1, amount: number, price = Infinity): End {
    const measure = this.#at(name);
    const scale = this.table.toScale[measure]!;
    const at = (price === Infinity ? amount - sign * HALF_MILLIONTH : amount) * scale;
    return { measure, sign, at, price: price / scale };
  }

  /** Every state, groups and fills unsettled. */
  all(): State[] {
    const { order, most } = this.table;
    const mostOf = (name: MeasureName): number => most[this.#at(name)]!;
    return termsOf(order)
      .flatMap((terms) => loadsOf(order, mostOf).map((load) => this.#state(terms, load)))
      .filter(({ ends }) => reachable(ends));
  }

  #minimumEnds({ minimums }: SupplierOrder): End[] {
    const { value, quantity, weight } = minimums;
    return [
      ...(value ? [this.end("value", 1, value)] : []),
      ...(quantity ? [this.end("units", 1, quantity)] : []),
      ...(weight ? [this.end("weight", 1, weight)] : []),
    ];
  }

  #loadEnds({ kind, count, loose }: Load): End[] {
    if (!kind) return [];
    const { rate, loose: prices } = this.table.order.shipment!;
    const price = {
      weight: rate * (prices?.per_weight ?? 0),
      volume: rate * (prices?.per_volume ?? 0),
      pallets: 0,
    };
    return (["weight", "volume", "pallets"] as const).flatMap((name): End[] => {
      const room = kind[name];
      if (room === undefined) return [];
      if (!loose) return [this.end(name, -1, count * room)];
      const priced = price[name] > 0 ? [this.end(name, -1, count * room, price[name])] : [];
      return [...priced, this.end(name, -1, (count + 1) * room)];
    });
  }

  /** What a unit of each scaled measure costs, where a unit of the supplier's money costs `afterDiscount`. */
  #prices(afterDiscount: number): Float64Array {
    const { toScale } = this.table;
    const prices = new Float64Array(toScale.length);
    prices[0] = afterDiscount / toScale[0]!;
    this.caps.forEach(({ kind, price }, c) => {
      const j = this.#at(`cap ${c}`);
      if (price !== undefined) prices[j] = (price * (kind === "money" ? afterDiscount : 1)) / toScale[j]!;
    });
    return prices;
  }

  /** What a unit of freight costs by the prices of caps. */
  #freightPrice(): number {
    return this.caps.reduce((sum, { price = 0, freight }) => sum + (freight[0] ? price : 0), 0);
  }

  #state(terms: Freight, load: Load): State {
    const { order } = this.table;
    const { rate } = order;
    const freight = terms.waived ? 0 : order.freight;
    const surcharge = terms.surcharged ? order.surcharge! : 0;
    const capEnds = this.caps.flatMap((cap, c) => {
      if (cap.price !== undefined) return [];
      const money = cap.kind === "money";
      const room = money ? (cap.limit / rate - (cap.freight[0] ? freight : 0)) / (1 - terms.rate) : cap.limit;
      return [this.end(`cap ${c}`, -1, room)];
    });
    return {
      key: `${terms.tier} ${terms.waived} ${terms.surcharged} ${load.kind?.name ?? ""} ${load.count} ${load.loose}`,
      prices: this.#prices(rate * (1 - terms.rate)),
      fixed:
        order.orderCost +
        rate * (freight + surcharge) +
        this.#freightPrice() * rate * freight +
        (load.kind ? order.shipment!.rate * load.count * load.kind.cost : 0),
      ends: [
        ...(terms.from > 0 ? [this.end("value", 1, terms.from)] : []),
        ...(terms.surcharged ? [] : this.#minimumEnds(order)),
        ...this.#loadEnds(load),
        ...capEnds,
      ],
      tier: terms.tier,
      waived: terms.waived,
      kind: load.kind,
      count: load.count,
      loose: load.loose,
      groups: new Map(),
    };
  }

  /** The state with a group in and with it out. */
  settleGroup(state: State, g: number): State[] {
    const { quantity } = this.table.order.groups[g]!;
    const settled = (isIn: boolean): State => ({
      ...state,
      key: `${state.key} group ${g} ${isIn ? "in" : "out"}`,
      ends: isIn ? [...state.ends, this.end(`group ${g}`, 1, quantity)] : state.ends,
      groups: new Map(state.groups).set(g, isIn),
    });
    return [settled(true), settled(false)].filter(({ ends }) => reachable(ends));
  }

  /**
   * The state by each measure that may fill the last container; where goods go loose, by each that needs one more. None
   * where the kind asks for no fill: then paying for a container too many is only dearer.
   */
  settleFill(state: State): State[] | undefined {
    const { kind, count, loose, filledBy } = state;
    const least = kind?.least_fill;
    const limited = (["weight", "volume", "pallets"] as const).filter((name) => kind?.[name] !== undefined);
    // No container at all needs no fill.
    if (!kind || least === undefined || filledBy || limited.length === 0 || (loose && count === 0)) return undefined;
    const filled = (room: number): number => (loose ? count * room + MILLIONTH : (count - 1 + least) * room);
    return limited
      .map((name): State => ({
        ...state,
        key: `${state.key} filled by ${name}`,
        ends: [...state.ends, this.end(name, 1, filled(kind[name]!))],
        filledBy: name,
      }))
      .filter(({ ends }) => reachable(ends));
  }
}

/** What an option costs in a state. */
export function optionIn({ base, measures }: Table, { prices }: State, option: number): number {
  let cost = base[option]!;
  for (let j = 0; j < prices.length; j++) cost += prices[j]! * measures[j]![option]!;
  return cost;
}
