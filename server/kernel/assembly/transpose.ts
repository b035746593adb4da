/** Copies rows x columns numbers to columns x rows. `fromStride` and `toStride` are the bytes from one row to the next. */
export function transpose(to: usize, toStride: usize, from: usize, fromStride: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row += 4)
    for (let column: i32 = 0; column < columns; column += 4) {
      const source = from + (row as usize) * fromStride + (column as usize) * 4;
      const target = to + (column as usize) * toStride + (row as usize) * 4;
      if (row + 4 <= rows && column + 4 <= columns) block(target, toStride, source, fromStride);
      else edge(target, toStride, source, fromStride, min<i32>(4, rows - row), min<i32>(4, columns - column));
    }
}

function block(to: usize, toStride: usize, from: usize, fromStride: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + fromStride);
  const c = v128.load(from + 2 * fromStride);
  const d = v128.load(from + 3 * fromStride);
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(ab0, cd0, 0, 2));
  v128.store(to + toStride, v128.shuffle<f64>(ab0, cd0, 1, 3));
  v128.store(to + 2 * toStride, v128.shuffle<f64>(ab2, cd2, 0, 2));
  v128.store(to + 3 * toStride, v128.shuffle<f64>(ab2, cd2, 1, 3));
}

function edge(to: usize, toStride: usize, from: usize, fromStride: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row++)
    for (let column: i32 = 0; column < columns; column++)
      store<f32>(
        to + (column as usize) * toStride + (row as usize) * 4,
        load<f32>(from + (row as usize) * fromStride + (column as usize) * 4),
      );
}
