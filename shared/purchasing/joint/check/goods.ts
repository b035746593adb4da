import type { Container, Loose } from "../../terms/order-schema.ts";

/*
 * The checker works from the request and the answer's lines alone and uses nothing of the model: what it finds is found
 * by other code.
 */

/** At least, after rounding to a millionth. */
export const enough = (have: number, threshold: number): boolean =>
  Math.round(have * 1_000_000) - Math.round(threshold * 1_000_000) >= 0;

export interface Load {
  readonly weight: number;
  readonly volume: number;
  readonly pallets: number;
}

const amounts = (goods: Load, kind: Container): [number, number][] => {
  const pairs: [number, number | undefined][] = [
    [goods.weight, kind.weight],
    [goods.volume, kind.volume],
    [goods.pallets, kind.pallets],
  ];
  return pairs.flatMap(([amount, room]): [number, number][] => (room === undefined ? [] : [[amount, room]]));
};

/** The least that goods cost in one kind of container; undefined where its rules forbid it. */
function costIn(goods: Load, kind: Container, loose: Loose | undefined): number | undefined {
  const measures = amounts(goods, kind);
  let count = 1;
  while (measures.some(([amount, room]) => !enough(count * room, amount))) {
    count += 1;
    if (count > 1_000_000) return undefined;
  }
  const costs: number[] = [];
  const fullest = measures.map(([amount, room]) => amount - (count - 1) * room - (kind.least_fill ?? 0) * room);
  const isFilled = measures.length === 0 || kind.least_fill === undefined || fullest.some((over) => enough(over, 0));
  if (isFilled && (kind.most === undefined || count <= kind.most)) costs.push(count * kind.cost);
  if (loose && (kind.most === undefined || count - 1 <= kind.most)) {
    const over = (amount: number, room: number | undefined): number =>
      room === undefined ? 0 : Math.max(0, amount - (count - 1) * room);
    costs.push(
      (count - 1) * kind.cost +
        over(goods.weight, kind.weight) * (loose.per_weight ?? 0) +
        over(goods.volume, kind.volume) * (loose.per_volume ?? 0),
    );
  }
  return costs.length > 0 ? Math.min(...costs) : undefined;
}

/** The least that goods cost in containers; undefined where no kind takes them by its rules. */
export function containerCost(goods: Load, kinds: readonly Container[], loose: Loose | undefined): number | undefined {
  const costs = kinds.flatMap((kind) => costIn(goods, kind, loose) ?? []);
  return costs.length > 0 ? Math.min(...costs) : undefined;
}
