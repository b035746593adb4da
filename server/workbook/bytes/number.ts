const [MINUS, DOT, ZERO, NINE] = [45, 46, 48, 57];
const MOST_DIGITS = 15;
const TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * A number written in bytes, NaN where they are none. Up to 15 digits are a whole number below 2^53 over a power of ten
 * that a double holds exactly, so that one division rounds rightly (Clinger, How to read floating point numbers accurately,
 * PLDI 1990); all other forms take the usual way.
 */
export function numberIn(bytes: Buffer, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  let [whole, digits, fraction] = [0, 0, -1];
  for (let at = negative ? from + 1 : from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      whole = whole * 10 + byte - ZERO;
      digits++;
      if (fraction >= 0) fraction++;
    } else if (byte === DOT && fraction < 0) fraction = 0;
    else return usual(bytes, from, to);
  }
  if (digits === 0 || digits > MOST_DIGITS) return usual(bytes, from, to);
  const value = fraction > 0 ? whole / TENS[fraction]! : whole;
  return negative ? -value : value;
}

function usual(bytes: Buffer, from: number, to: number): number {
  const text = bytes.toString("latin1", from, to).trim();
  return text === "" ? NaN : Number(text);
}
