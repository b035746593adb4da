/**
 * Hyperbolic tangent, within 4e-7 everywhere: a rational function of degrees 13 and 6, the one of Eigen's
 * MathFunctionsImpl.h. Not a number stays so.
 */
export function tanh4(value: v128): v128 {
  // The pseudo-minimum keeps its first argument where they cannot be compared.
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(7.90531110763549805)), f32x4.splat(-7.90531110763549805));
  const xx = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(xx, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(4.89352455891786e-3));
  let q = f32x4.add(f32x4.mul(xx, f32x4.splat(1.19825839466702e-6)), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(xx, q), f32x4.splat(2.268434632439e-3));
  q = f32x4.add(f32x4.mul(xx, q), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(x, p), q);
}

/** Logistic function: (1 + tanh(x / 2)) / 2. */
export function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(half, x))));
}
