import { randomFrom } from "../../../../shared/numeric/random.ts";

/** A made table: items of many sizes and kinds that share a season of 12, some of them lumpy, one of them young. */
export function madeTable(items: number, periods: number, seed = 1): number[][] {
  const random = randomFrom(seed);
  return Array.from({ length: items }, (_, i) => {
    const level = random.factor(1.5) * 20;
    const busy = i % 3 === 0 ? 0.3 : 1;
    const length = i === 1 ? 30 : periods;
    return Array.from({ length }, (_unused, t) => {
      const season = 1 + 0.6 * Math.sin((2 * Math.PI * (t - length)) / 12);
      return random.chance(busy) ? random.poisson((level * season) / busy) : 0;
    });
  });
}
