/**
 * Hyperbolic tangent, within 4e-7 everywhere: the rational function of degrees 7 and 8 that is nearest in [-7.8, 7.8], in
 * single precision. Not a number stays so.
 */
export function tanh4(value: v128): v128 {
  // The pseudo-minimum keeps its first argument where they cannot be compared.
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(7.8)), f32x4.splat(-7.8));
  const xx = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(xx, f32x4.splat(46.24494171142578)), f32x4.splat(11875.37890625));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(519134.78125));
  p = f32x4.add(f32x4.mul(xx, p), f32x4.splat(4014442.75));
  let q = f32x4.add(xx, f32x4.splat(962.5126953125));
  q = f32x4.add(f32x4.mul(xx, q), f32x4.splat(95716.3125));
  q = f32x4.add(f32x4.mul(xx, q), f32x4.splat(1857275.375));
  q = f32x4.add(f32x4.mul(xx, q), f32x4.splat(4014445));
  return f32x4.div(f32x4.mul(x, p), q);
}

/** Logistic function of twice its argument: (1 + tanh(x)) / 2. */
export function sigmoidOfTwice4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(x)));
}
