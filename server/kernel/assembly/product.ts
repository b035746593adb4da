/**
 * Writes into `out` (rows x lanes) the product of a matrix (rows x depth, packed in panels of four rows) and `right`
 * (depth x lanes). Rows of `out` and `right` are `stride` bytes apart; `lanes` is a multiple of 8, and `out` has room for
 * rows up to a multiple of 4.
 */
export function multiply(
  out: usize,
  panels: usize,
  right: usize,
  rows: i32,
  depth: i32,
  lanes: i32,
  stride: usize,
): void {
  for (let row: i32 = 0; row < rows; row += 4) {
    for (let column: usize = 0; column < (lanes as usize) * 4; column += 32)
      tile(out + column, panels, right + column, depth, stride);
    panels += (depth as usize) * 16;
    out += 4 * stride;
  }
}

/** Four rows by eight columns of a product: eight sums stay in registers from the first term to the last. */
function tile(out: usize, left: usize, right: usize, depth: i32, stride: usize): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  const end = left + (depth as usize) * 16;
  while (left < end) {
    const r0 = v128.load(right);
    const r1 = v128.load(right, 16);
    let s = v128.load32_splat(left);
    a0 = f32x4.add(a0, f32x4.mul(s, r0));
    a1 = f32x4.add(a1, f32x4.mul(s, r1));
    s = v128.load32_splat(left, 4);
    b0 = f32x4.add(b0, f32x4.mul(s, r0));
    b1 = f32x4.add(b1, f32x4.mul(s, r1));
    s = v128.load32_splat(left, 8);
    c0 = f32x4.add(c0, f32x4.mul(s, r0));
    c1 = f32x4.add(c1, f32x4.mul(s, r1));
    s = v128.load32_splat(left, 12);
    d0 = f32x4.add(d0, f32x4.mul(s, r0));
    d1 = f32x4.add(d1, f32x4.mul(s, r1));
    left += 16;
    right += stride;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  out += stride;
  v128.store(out, b0);
  v128.store(out, b1, 16);
  out += stride;
  v128.store(out, c0);
  v128.store(out, c1, 16);
  out += stride;
  v128.store(out, d0);
  v128.store(out, d1, 16);
}

/**
 * Packs rows x columns of a matrix into panels of four rows: for each column the four numbers side by side, rows past
 * the last as zeros. `byRow` and `byColumn` are the bytes from one row and one column to the next.
 */
export function pack(to: usize, from: usize, rows: i32, columns: i32, byRow: usize, byColumn: usize): void {
  for (let row: i32 = 0; row < rows; row += 4)
    for (let column: i32 = 0; column < columns; column++)
      for (let i: i32 = row; i < row + 4; i++) {
        const at = from + (i as usize) * byRow + (column as usize) * byColumn;
        store<f32>(to, i < rows ? load<f32>(at) : 0);
        to += 4;
      }
}
