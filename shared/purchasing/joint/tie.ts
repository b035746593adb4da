import type { OrderLine } from "./problem.ts";

/** Objectives nearer than this are equal. */
export const SAME_MONEY = 1e-6;

/** Of plans that cost the same: fewer lines, then fewer units, then by SKU. */
export function beforeInTie(lines: readonly OrderLine[], a: readonly number[], b: readonly number[]): boolean {
  const quantities = (picks: readonly number[]): number[] =>
    lines.map(({ options }, i) => options[picks[i]!]!.quantity);
  const [qa, qb] = [quantities(a), quantities(b)];
  const count = (q: readonly number[]): number => q.filter((x) => x > 0).length;
  const units = (q: readonly number[]): number => q.reduce((sum, x) => sum + x, 0);
  if (count(qa) !== count(qb)) return count(qa) < count(qb);
  const more = units(qa) - units(qb);
  if (Math.abs(more) > SAME_MONEY) return more < 0;
  const first = qa.findIndex((x, i) => x !== qb[i]);
  if (first < 0) return false;
  // Ordering the first SKU comes before ordering another; of two quantities of it the lesser.
  return qa[first] === 0 ? false : qb[first] === 0 || qa[first]! < qb[first]!;
}
