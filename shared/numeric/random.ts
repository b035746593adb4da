/** A stream of pseudo-random numbers that is the same on every machine for the same seed. */
export interface Random {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Uniform on [low, high). */
  between(low: number, high: number): number;
  /** A whole number from low to high, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Standard normal. */
  normal(): number;
  /** Log-normal with median 1; `spread` is the standard deviation of the logarithm. */
  factor(spread: number): number;
  poisson(mean: number): number;
  /** Gamma of this shape with mean 1. */
  gamma(shape: number): number;
}

/** Mixes numbers into one 32-bit seed, so that each item has a stream of its own. MurmurHash3's finaliser. */
export function mix(...parts: readonly number[]): number {
  return parts.reduce((hash, part) => {
    let h = (hash ^ part) + 0x9e3779b9;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }, 0);
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + (high - low) * uniform();
  // Box and Muller's transform; 1 - u keeps the logarithm's argument above 0.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  // Marsaglia and Tsang, A simple method for generating gamma variables, ACM Trans. Math. Software 26 (2000).
  const gamma = (shape: number): number => {
    if (shape < 1) return ((shape + 1) / shape) * gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return (d * v) / shape;
    }
  };
  return {
    uniform,
    between,
    integer: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => uniform() < probability,
    pick: (list) => list[Math.floor(uniform() * list.length)]!,
    normal,
    gamma,
    factor: (spread) => Math.exp(spread * normal()),
    poisson(mean) {
      if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
      // Knuth's product of uniforms, The Art of Computer Programming, vol. 2, 3.4.1.
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > limit; product *= uniform()) count += 1;
      return count;
    },
  };
}
