import { STRIDE } from "./layout";

/**
 * Writes into `out` (rows x lanes) the product of a matrix (rows x depth, in panels of four rows) and `right` (depth x
 * lanes). `lanes` is a multiple of 8, and `out` has room for rows up to a multiple of 4.
 */
export function multiply(out: usize, panels: usize, right: usize, rows: i32, depth: i32, lanes: i32): void {
  for (let row: i32 = 0; row < rows; row += 4) {
    for (let column: usize = 0; column < (lanes as usize) * 4; column += 32)
      tile(out + column, STRIDE, panels, right + column, STRIDE, depth, false);
    panels += (depth as usize) * 16;
    out += 4 * STRIDE;
  }
}

/** Bytes of a tile of a sum of products: four rows of eight columns. */
export const TILE: usize = 128;

/**
 * Adds to `out` (tiles, those of a panel of `right` after another) the product of `left` (panels of four rows) and `right`
 * (panels of eight columns) over `depth`, of the `most` that panels have room for.
 */
export function addProduct(
  out: usize,
  left: usize,
  right: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  most: i32,
): void {
  for (let column: i32 = 0; column < columns; column += 8) {
    let panel = left;
    for (let row: i32 = 0; row < rows; row += 4) {
      tile(out, 32, panel, right, 32, depth, true);
      out += TILE;
      panel += (most as usize) * 16;
    }
    right += (most as usize) * 32;
  }
}

/**
 * Four rows by eight columns of a product: eight sums stay in registers from the first term to the last. More would not be
 * faster: additions and multiplications fill the processor's vector ports, loads do not.
 */
function tile(out: usize, outRow: usize, left: usize, right: usize, rightRow: usize, depth: i32, adding: bool): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  const second = out + outRow;
  const third = second + outRow;
  const fourth = third + outRow;
  if (adding) {
    a0 = v128.load(out);
    a1 = v128.load(out, 16);
    b0 = v128.load(second);
    b1 = v128.load(second, 16);
    c0 = v128.load(third);
    c1 = v128.load(third, 16);
    d0 = v128.load(fourth);
    d1 = v128.load(fourth, 16);
  }
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
    right += rightRow;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  v128.store(second, b0);
  v128.store(second, b1, 16);
  v128.store(third, c0);
  v128.store(third, c1, 16);
  v128.store(fourth, d0);
  v128.store(fourth, d1, 16);
}
