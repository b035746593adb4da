/**
 * The statistic of Kwiatkowski, Phillips, Schmidt and Shin (1992) for a stationary level, with Bartlett weights over
 * 3 sqrt(n) / 13 lags as in R's `forecast::ndiffs`.
 */
export function kpss(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const rest = values.map((x) => x - mean);
  const lags = Math.trunc((3 * Math.sqrt(n)) / 13);
  let variance = 0;
  for (let lag = 0; lag <= lags; lag += 1) {
    let sum = 0;
    for (let t = lag; t < n; t += 1) sum += rest[t]! * rest[t - lag]!;
    variance += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * sum;
  }
  let partial = 0;
  let squares = 0;
  for (const x of rest) {
    partial += x;
    squares += partial * partial;
  }
  return variance > 0 ? squares / (n * variance) : 0;
}
