/** The values at some places, in their order. A loop: callbacks of typed arrays cost more than all they do. */
export function gathered(values: Float64Array, places: ArrayLike<number>): Float64Array {
  const found = new Float64Array(places.length);
  for (let k = 0; k < found.length; k += 1) found[k] = values[places[k]!]!;
  return found;
}
