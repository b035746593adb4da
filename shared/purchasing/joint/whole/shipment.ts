import { MILLIONTH } from "../millionth.ts";
import type { Shipment } from "../problem.ts";
import { plus, times, type Program, type Terms } from "./program.ts";

/** Sums over the goods that are sent, with the most that each can be. */
export interface SentGoods {
  readonly weight: Terms;
  readonly volume: Terms;
  readonly pallets: Terms;
  readonly most: { readonly weight: number; readonly volume: number; readonly pallets: number };
}

const NAMES = ["weight", "volume", "pallets"] as const;

/** Containers of goods that are sent where `sent` is 1: one kind, as many as needed, the last one filled or loose. */
export function addShipment(
  program: Program,
  name: string,
  { kinds, loose, rate }: Shipment,
  sent: number,
  goods: SentGoods,
): void {
  const ways = kinds.flatMap((kind) => [{ kind, isLoose: false }, ...(loose ? [{ kind, isLoose: true }] : [])]);
  const chosen = ways.map(({ kind, isLoose }) => program.yesNo(`${name} ${kind.name}${isLoose ? " loose" : ""}`));
  program.row(`${name} one kind`, [...chosen.map((v): [number, number] => [v, 1]), [sent, -1]], {
    atLeast: 0,
    atMost: 0,
  });
  ways.forEach(({ kind, isLoose }, w) => {
    const limited = NAMES.filter((measure) => kind[measure] !== undefined);
    const needed = limited.reduce((most, m) => Math.max(most, Math.ceil(goods.most[m] / kind[m]! - 1e-9)), 1);
    const last = Math.min(needed, kind.most ?? Infinity);
    const count = program.count(`${name} ${kind.name} count`, rate * kind.cost, last);
    const here = chosen[w]!;
    program.row(
      `${name} count of one kind`,
      [
        [count, 1],
        [here, -last],
      ],
      { atMost: 0 },
    );
    if (!isLoose)
      program.row(
        `${name} at least one`,
        [
          [count, 1],
          [here, -1],
        ],
        { atLeast: 0 },
      );
    for (const m of limited) {
      const [room, most] = [kind[m]!, goods.most[m]];
      const price = m === "pallets" ? 0 : ((m === "weight" ? loose?.per_weight : loose?.per_volume) ?? 0);
      // Goods fit where this kind is chosen; what goes loose is less than one more container.
      const over: Terms = isLoose ? [[program.amount(`${name} loose ${m}`, rate * price, room), -1]] : [];
      program.row(
        `${name} ${m} fits`,
        plus(
          goods[m],
          [
            [count, -room],
            [here, most],
          ],
          over,
        ),
        { atMost: most },
      );
    }
    const least = kind.least_fill;
    if (least === undefined || limited.length === 0) return;
    const by = limited.map((m) => program.yesNo(`${name} ${kind.name} filled by ${m}`));
    // Without a container nothing must be filled.
    const empty = isLoose ? [program.yesNo(`${name} ${kind.name} none`)] : [];
    for (const v of empty)
      program.row(
        `${name} none`,
        [
          [count, 1],
          [v, last],
        ],
        { atMost: last },
      );
    program.row(`${name} filled`, [...[...by, ...empty].map((v): [number, number] => [v, 1]), [here, -1]], {
      atLeast: 0,
    });
    limited.forEach((m, n) => {
      const room = kind[m]!;
      const reach = room * (last + 1);
      // The measure that fills the last one; or, where goods go loose, that needs one more than are paid for.
      const atLeast = isLoose ? MILLIONTH : (least - 1) * room;
      program.row(
        `${name} ${m} fills`,
        plus(
          goods[m],
          times(-1, [
            [count, room],
            [by[n]!, reach],
          ]),
        ),
        { atLeast: atLeast - reach },
      );
    });
  });
}
