/**
 * Adds to `out` (columns x rows, rows a multiple of 4) the sum over steps and lanes of each row of `left` times each
 * column row of `right`: the gradient of a weight matrix. A block of steps at a time, small enough for the second cache.
 * `out` has room for one column more.
 */
export function addOuter(
  out: usize,
  left: usize,
  right: usize,
  rows: i32,
  columns: i32,
  steps: i32,
  lanes: i32,
  stride: usize,
): void {
  const leftStep = (rows as usize) * stride;
  const rightStep = (columns as usize) * stride;
  const block = max<i32>(1, ((1 << 19) / (leftStep + rightStep)) as i32);
  for (let step: i32 = 0; step < steps; step += block) {
    const count = min<i32>(block, steps - step);
    for (let row: i32 = 0; row < rows; row += 4)
      for (let column: i32 = 0; column < columns; column += 2)
        tile(
          out + ((column as usize) * (rows as usize) + (row as usize)) * 4,
          (rows as usize) * 4,
          left + (step as usize) * leftStep + (row as usize) * stride,
          leftStep,
          right + (step as usize) * rightStep + (column as usize) * stride,
          rightStep,
          count,
          lanes,
          stride,
        );
  }
}

/** Four rows by two columns, as eight vectors of sums over every fourth lane. */
function tile(
  out: usize,
  outColumn: usize,
  left: usize,
  leftStep: usize,
  right: usize,
  rightStep: usize,
  steps: i32,
  lanes: i32,
  stride: usize,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  for (let step: i32 = 0; step < steps; step++) {
    let a = left;
    let b = a + stride;
    let c = b + stride;
    let d = c + stride;
    let r = right;
    let s = r + stride;
    const end = a + (lanes as usize) * 4;
    while (a < end) {
      const r0 = v128.load(r);
      const r1 = v128.load(s);
      let l = v128.load(a);
      a0 = f32x4.add(a0, f32x4.mul(l, r0));
      a1 = f32x4.add(a1, f32x4.mul(l, r1));
      l = v128.load(b);
      b0 = f32x4.add(b0, f32x4.mul(l, r0));
      b1 = f32x4.add(b1, f32x4.mul(l, r1));
      l = v128.load(c);
      c0 = f32x4.add(c0, f32x4.mul(l, r0));
      c1 = f32x4.add(c1, f32x4.mul(l, r1));
      l = v128.load(d);
      d0 = f32x4.add(d0, f32x4.mul(l, r0));
      d1 = f32x4.add(d1, f32x4.mul(l, r1));
      a += 16;
      b += 16;
      c += 16;
      d += 16;
      r += 16;
      s += 16;
    }
    left += leftStep;
    right += rightStep;
  }
  v128.store(out, f32x4.add(v128.load(out), sums(a0, b0, c0, d0)));
  out += outColumn;
  v128.store(out, f32x4.add(v128.load(out), sums(a1, b1, c1, d1)));
}

/** The sum of each of four vectors. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}
