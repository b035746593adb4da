/** Added to each variance, so that a series forecast without error can be weighed. */
const RIDGE = 2e-8;

/**
 * Covariance of one-step forecast errors (a row a series, no gaps), its correlations shrunk towards none by as much as
 * chance explains them (Schäfer and Strimmer, 2005; as Wickramasuriya, Athanasopoulos and Hyndman, 2019). Row-major.
 */
export function shrunkCovariance(errors: readonly (readonly number[])[]): Float64Array {
  const n = errors.length;
  const T = errors[0]!.length;
  const centred = errors.map((row) => {
    const mean = row.reduce((a, b) => a + b, 0) / T;
    return row.map((x) => x - mean);
  });
  const deviations = centred.map((row) => Math.sqrt(row.reduce((a, x) => a + x * x, 0) / (T - 1)));
  const standard = centred.map((row, i) => row.map((x) => (deviations[i]! > 0 ? x / deviations[i]! : 0)));
  const correlations = new Float64Array(n * n);
  let [noise, signal] = [0, 0];
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < i; j += 1) {
      let [sum, squares] = [0, 0];
      for (let t = 0; t < T; t += 1) {
        const product = standard[i]![t]! * standard[j]![t]!;
        sum += product;
        squares += product * product;
      }
      const correlation = sum / (T - 1);
      correlations[i * n + j] = correlations[j * n + i] = correlation;
      noise += (T / (T - 1) ** 3) * (squares - (sum * sum) / T);
      signal += correlation * correlation;
    }
  const shrinkage = signal > 0 ? Math.max(0, Math.min(1, noise / signal)) : 1;
  return correlations.map((r, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    const variance = deviations[i]! * deviations[j]!;
    return i === j ? Math.max(variance, RIDGE) : (1 - shrinkage) * r * variance;
  });
}
