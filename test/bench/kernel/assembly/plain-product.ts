/**
 * A plain matrix product with 128-bit vectors: out (m x n) = a (m x k) times b (k x n), rows first, four rows by eight
 * columns at a time and nothing repacked. m is a multiple of 4 and n of 8.
 */
export function multiply(out: usize, a: usize, b: usize, m: i32, n: i32, k: i32): void {
  for (let row: i32 = 0; row < m; row += 4)
    for (let column: i32 = 0; column < n; column += 8) tile(out, a, b, row, column, n, k);
}

function tile(out: usize, a: usize, b: usize, row: i32, column: i32, n: i32, k: i32): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const aRow = (k as usize) * 4;
  const bRow = (n as usize) * 4;
  let left = a + (row as usize) * aRow;
  let right = b + (column as usize) * 4;
  for (let i: i32 = 0; i < k; i++) {
    const b0 = v128.load(right);
    const b1 = v128.load(right, 16);
    let x = v128.load32_splat(left);
    c00 = f32x4.add(c00, f32x4.mul(x, b0));
    c01 = f32x4.add(c01, f32x4.mul(x, b1));
    x = v128.load32_splat(left + aRow);
    c10 = f32x4.add(c10, f32x4.mul(x, b0));
    c11 = f32x4.add(c11, f32x4.mul(x, b1));
    x = v128.load32_splat(left + 2 * aRow);
    c20 = f32x4.add(c20, f32x4.mul(x, b0));
    c21 = f32x4.add(c21, f32x4.mul(x, b1));
    x = v128.load32_splat(left + 3 * aRow);
    c30 = f32x4.add(c30, f32x4.mul(x, b0));
    c31 = f32x4.add(c31, f32x4.mul(x, b1));
    left += 4;
    right += bRow;
  }
  let to = out + ((row as usize) * (n as usize) + (column as usize)) * 4;
  v128.store(to, c00);
  v128.store(to, c01, 16);
  to += bRow;
  v128.store(to, c10);
  v128.store(to, c11, 16);
  to += bRow;
  v128.store(to, c20);
  v128.store(to, c21, 16);
  to += bRow;
  v128.store(to, c30);
  v128.store(to, c31, 16);
}

/** Makes room for so many bytes from address 0 on. */
export function reserve(bytes: i32): void {
  const lacking = ((bytes + 65535) >> 16) - memory.size();
  if (lacking > 0) memory.grow(lacking);
}
