/** Mean over the horizon of 200 |y - f| / (|y| + |f|), as in the M3 competition. */
export function smape(actual: readonly number[], forecast: readonly number[]): number {
  const errors = actual.map((y, i) => {
    const sum = Math.abs(y) + Math.abs(forecast[i]!);
    return sum === 0 ? 0 : (200 * Math.abs(y - forecast[i]!)) / sum;
  });
  return errors.reduce((a, b) => a + b, 0) / errors.length;
}
