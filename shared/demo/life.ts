import { WEEKS } from "./weeks.ts";
import type { Random } from "../numeric/random.ts";

/** Weeks beyond today for which levels are drawn: what past buyers planned for. */
const AHEAD = 40;

export const LIVES = ["regular", "growing", "dying", "new", "slow", "hit"] as const;
export type LifeKind = (typeof LIVES)[number];

/** How many of every 100 items lead which life. */
export const SHARES: Readonly<Record<LifeKind, number>> = {
  regular: 44,
  growing: 8,
  dying: 8,
  new: 8,
  slow: 28,
  hit: 4,
};

export interface Life {
  readonly kind: LifeKind;
  /** First week with the item on sale. */
  readonly launch: number;
  /** Mean demand a week before season and promotions, from week 0 to well beyond today. */
  readonly level: readonly number[];
}

/** Units a week at the start, lowest and highest, drawn evenly on a logarithmic scale. */
const STARTS: Readonly<Record<LifeKind, readonly [number, number]>> = {
  regular: [1.5, 30],
  growing: [2, 20],
  dying: [6, 40],
  new: [3, 30],
  slow: [0.03, 0.3],
  hit: [60, 160],
};

/** Growth a year, lowest and highest. */
const GROWTH: Readonly<Record<LifeKind, readonly [number, number]>> = {
  regular: [0.92, 1.1],
  growing: [1.3, 1.8],
  dying: [0.95, 1.05],
  new: [0.95, 1.15],
  slow: [0.9, 1.1],
  hit: [1, 1.15],
};

function launchOf(kind: LifeKind, random: Random): number {
  if (kind === "new") return WEEKS - random.integer(3, 30);
  // One in six of the others came during the three years.
  return random.chance(1 / 6) ? random.integer(8, 90) : 0;
}

export function drawLife(kind: LifeKind, random: Random): Life {
  const launch = launchOf(kind, random);
  const [low, high] = STARTS[kind];
  const start = low * (high / low) ** random.uniform();
  const growth = random.between(...GROWTH[kind]);
  // A dying item halves every `half` weeks once its decline has begun.
  const decline = kind === "dying" ? random.integer(70, 120) : Infinity;
  const half = random.between(16, 30);
  const level = Array.from({ length: WEEKS + AHEAD }, (_, week) => {
    if (week < launch) return 0;
    return start * growth ** (week / 52) * 0.5 ** (Math.max(0, week - decline) / half);
  });
  return { kind, launch, level };
}
