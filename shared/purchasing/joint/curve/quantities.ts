import { packRound, type OrderRules } from "../../../inventory/pack-round.ts";

/** Quantities of a curve at most. */
const MOST = 48;

/**
 * The quantities that a supplier accepts, from none to `most` or the next one up: each where they are few, else ever wider
 * apart, so that the first ones, which matter most, are all there.
 */
export function quantitiesOf(rules: OrderRules, most: number): number[] {
  const { moq = 0, multiple = 0, maximum = 0 } = rules;
  const step = multiple > 0 ? multiple : Math.max(most / MOST, 1e-6);
  const first = packRound(Math.max(moq, step), { multiple, moq });
  const cap = maximum > 0 ? (multiple > 0 ? Math.floor(maximum / multiple + 1e-9) * multiple : maximum) : Infinity;
  const last = Math.min(cap, Math.max(first, packRound(most, { moq, multiple })));
  const count = Math.floor((last - first) / step + 1e-9) + 1;
  if (count < 1 || first > cap) return [0];
  const places = new Set<number>();
  if (count <= MOST) for (let n = 0; n < count; n++) places.add(n);
  else
    for (let i = 0; i < MOST; i++) {
      const share = i / (MOST - 1);
      places.add(Math.round(Math.min(i, MOST / 3) + (count - 1 - MOST / 3) * Math.max(0, (share * 3 - 1) / 2) ** 1.5));
    }
  places.add(count - 1);
  const quantities = [...places]
    .filter((n) => n >= 0 && n < count)
    .map((n) => Number((first + n * step).toPrecision(12)));
  return [0, ...quantities].sort((a, b) => a - b);
}
