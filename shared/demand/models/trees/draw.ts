import type { Random } from "../../../numeric/random.ts";

/** Draws k of n, in order, each set as likely as any other (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S). */
export function drawn(n: number, k: number, random: Random): Int32Array {
  const chosen = new Int32Array(Math.min(n, k));
  let at = 0;
  for (let i = 0; at < chosen.length; i += 1) if ((n - i) * random.uniform() < chosen.length - at) chosen[at++] = i;
  return chosen;
}
