/** A product's attributes: texts to match, numbers to compare. */
export type Attributes = readonly (string | number)[];

/** Distance at which an item counts e times less than an equal one; distances are 0 to 1. */
const REACH = 0.25;
/** Every attribute counts a little, whatever the few items so far seem to say. */
const LEAST_RELEVANCE = 0.1;

/** Distance of two values of an attribute: 0 equal, 1 different, a share of the range for numbers. */
function distance(a: string | number, b: string | number, range: number): number {
  if (typeof a === "number" && typeof b === "number")
    return a === b ? 0 : range > 0 ? Math.min(1, Math.abs(a - b) / range) : 1;
  return String(a).toLowerCase() === String(b).toLowerCase() ? 0 : 1;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * How much more alike in size two items of the same attribute are than any two items, 0 to 1: what the attribute says of
 * demand. Pairs weigh by how alike they are in it.
 */
function relevance(column: readonly (string | number)[], range: number, sizes: readonly number[]): number {
  const centre = mean(sizes);
  const overall = mean(sizes.map((x) => (x - centre) ** 2));
  let [weight, squares] = [0, 0];
  for (let i = 0; i < sizes.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const alike = Math.exp(-distance(column[i]!, column[j]!, range) / REACH);
      weight += alike;
      squares += (alike * (sizes[i]! - sizes[j]!) ** 2) / 2;
    }
  if (!(overall > 0) || weight === 0) return LEAST_RELEVANCE;
  return Math.max(LEAST_RELEVANCE, Math.min(1, 1 - squares / weight / overall));
}

/**
 * Similarity of each known item to the new one, 1 for equal: exp of minus Gower's distance (1971) in units of a quarter,
 * attributes weighing by how much they say of the items' sizes (logarithms of their demand).
 */
export function similarities(fresh: Attributes, known: readonly Attributes[], sizes: readonly number[]): number[] {
  const columns = fresh.map((_, a) => known.map((item) => item[a]!));
  const ranges = columns.map((column, a) => {
    const numbers = [...column, fresh[a]!].filter((x): x is number => typeof x === "number");
    return numbers.reduce((x, y) => Math.max(x, y), -Infinity) - numbers.reduce((x, y) => Math.min(x, y), Infinity);
  });
  const weights = columns.map((column, a) => relevance(column, ranges[a]!, sizes));
  const total = weights.reduce((a, b) => a + b, 0);
  return known.map((item) => {
    const apart = item.reduce((sum: number, x, a) => sum + weights[a]! * distance(x, fresh[a]!, ranges[a]!), 0);
    return Math.exp(-apart / total / REACH);
  });
}
