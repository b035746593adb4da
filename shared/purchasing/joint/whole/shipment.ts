import { MILLIONTH } from "../millionth.ts";
import type { ContainerKind, LoosePrice, Shipment } from "../problem.ts";
import { plus, times, type Program, type Terms } from "./program.ts";

/** Sums over the goods that are sent, with the most that each can be. */
export interface SentGoods {
  readonly weight: Terms;
  readonly volume: Terms;
  readonly pallets: Terms;
  readonly most: { readonly weight: number; readonly volume: number; readonly pallets: number };
}

const NAMES = ["weight", "volume", "pallets"] as const;

/** Goods in containers of one kind, or the last one's goods loose. */
interface Way {
  readonly name: string;
  readonly kind: ContainerKind;
  readonly loose: LoosePrice | undefined;
  readonly rate: number;
  readonly limited: readonly (typeof NAMES)[number][];
  /** Containers at most. */
  readonly last: number;
  /** 1 where this way is chosen, and the containers that are paid for. */
  readonly here: number;
  readonly count: number;
}

/** Goods fit where this way is chosen; what goes loose is less than one more container. */
function addFit(program: Program, { name, kind, loose, rate, limited, here, count }: Way, goods: SentGoods): void {
  for (const m of limited) {
    const [room, most] = [kind[m]!, goods.most[m]];
    const price = m === "pallets" ? 0 : ((m === "weight" ? loose?.per_weight : loose?.per_volume) ?? 0);
    const over: Terms = loose ? [[program.amount(`${name} loose ${m}`, rate * price, room), -1]] : [];
    const fits: Terms = [
      [count, -room],
      [here, most],
    ];
    program.row(`${name} ${m} fits`, plus(goods[m], fits, over), { atMost: most });
  }
}

/** One measure fills the last container; or, where goods go loose, needs one more than are paid for. */
function addFill(program: Program, { name, kind, loose, limited, last, here, count }: Way, goods: SentGoods): void {
  const least = kind.least_fill;
  if (least === undefined || limited.length === 0) return;
  const by = limited.map((m) => program.yesNo(`${name} filled by ${m}`));
  // Without a container nothing must be filled.
  const empty = loose ? [program.yesNo(`${name} none`)] : [];
  for (const v of empty) program.row(`${name} none`, plus([[count, 1]], [[v, last]]), { atMost: last });
  const filled = [...by, ...empty].map((v): [number, number] => [v, 1]);
  program.row(`${name} filled`, plus(filled, [[here, -1]]), { atLeast: 0 });
  limited.forEach((m, n) => {
    const room = kind[m]!;
    const reach = room * (last + 1);
    const fills = times(-1, plus([[count, room]], [[by[n]!, reach]]));
    program.row(`${name} ${m} fills`, plus(goods[m], fills), {
      atLeast: (loose ? MILLIONTH : (least - 1) * room) - reach,
    });
  });
}

/** Containers of goods that are sent where `sent` is 1: one kind, as many as needed, the last one filled or loose. */
export function addShipment(
  program: Program,
  of: string,
  { kinds, loose, rate }: Shipment,
  sent: number,
  goods: SentGoods,
): void {
  const ways = kinds.flatMap((kind) => [{ kind, loose: undefined }, ...(loose ? [{ kind, loose }] : [])]);
  const made = ways.map((way): Way => {
    const { kind } = way;
    const name = `${of} ${kind.name}${way.loose ? " loose" : ""}`;
    const limited = NAMES.filter((measure) => kind[measure] !== undefined);
    const needed = limited.reduce((most, m) => Math.max(most, Math.ceil(goods.most[m] / kind[m]! - 1e-9)), 1);
    const last = Math.min(needed, kind.most ?? Infinity);
    const here = program.yesNo(name);
    return { ...way, name, rate, limited, last, here, count: program.count(`${name} count`, rate * kind.cost, last) };
  });
  const chosen = made.map(({ here }): [number, number] => [here, 1]);
  program.row(`${of} one kind`, plus(chosen, [[sent, -1]]), { atLeast: 0, atMost: 0 });
  for (const way of made) {
    const { name, count, here, last } = way;
    program.row(`${name} where chosen`, plus([[count, 1]], [[here, -last]]), { atMost: 0 });
    if (!way.loose) program.row(`${name} at least one`, plus([[count, 1]], [[here, -1]]), { atLeast: 0 });
    addFit(program, way, goods);
    addFill(program, way, goods);
  }
}
