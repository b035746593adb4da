/**
 * Fast Fourier transform in place (Cooley and Tukey, 1965, radix 2): `re` and `im` have the same length, a power of 2.
 * The inverse divides by the length.
 */
export function fft(re: Float64Array, im: Float64Array, inverse = false): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i += 1) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
  for (let length = 2; length <= n; length *= 2) butterflies(re, im, length, inverse);
  if (!inverse) return;
  for (let i = 0; i < n; i += 1) {
    re[i]! /= n;
    im[i]! /= n;
  }
}

function butterflies(re: Float64Array, im: Float64Array, length: number, inverse: boolean): void {
  const half = length / 2;
  for (let k = 0; k < half; k += 1) {
    const angle = ((inverse ? 2 : -2) * Math.PI * k) / length;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    for (let a = k; a < re.length; a += length) {
      const b = a + half;
      const x = re[b]! * c - im[b]! * s;
      const y = re[b]! * s + im[b]! * c;
      re[b] = re[a]! - x;
      im[b] = im[a]! - y;
      re[a]! += x;
      im[a]! += y;
    }
  }
}
