const RATIO = (Math.sqrt(5) - 1) / 2;

/** Minimiser of a function with one valley on [low, high], to within `tolerance`, by golden-section search. */
export function goldenSection(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [a, b] = [low, high];
  let x1 = b - RATIO * (b - a);
  let x2 = a + RATIO * (b - a);
  let f1 = f(x1);
  let f2 = f(x2);
  while (b - a > tolerance) {
    if (f1 <= f2) {
      b = x2;
      [x2, f2] = [x1, f1];
      x1 = b - RATIO * (b - a);
      f1 = f(x1);
    } else {
      a = x1;
      [x1, f1] = [x2, f2];
      x2 = a + RATIO * (b - a);
      f2 = f(x2);
    }
  }
  return (a + b) / 2;
}
