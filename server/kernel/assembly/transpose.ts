/** Copies rows x columns numbers to columns x rows. `fromStride` and `toStride` are the bytes from one row to the next. */
export function transpose(to: usize, toStride: usize, from: usize, fromStride: usize, rows: i32, columns: i32): void {
  const wholeColumns = columns & ~3;
  for (; rows >= 4; rows -= 4) {
    const last = from + (wholeColumns as usize) * 4;
    let target = to;
    for (let source = from; source < last; source += 16) {
      const c = source + 2 * fromStride;
      storeColumns(
        target,
        toStride,
        v128.load(source),
        v128.load(source + fromStride),
        v128.load(c),
        v128.load(c + fromStride),
      );
      target += 4 * toStride;
    }
    edge(target, toStride, last, fromStride, 4, columns - wholeColumns);
    from += 4 * fromStride;
    to += 16;
  }
  edge(to, toStride, from, fromStride, rows, columns);
}

/** Stores the four columns of four rows. */
export function storeColumns(to: usize, toStride: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const third = to + 2 * toStride;
  v128.store(to, v128.shuffle<f64>(ab0, cd0, 0, 2));
  v128.store(to + toStride, v128.shuffle<f64>(ab0, cd0, 1, 3));
  v128.store(third, v128.shuffle<f64>(ab2, cd2, 0, 2));
  v128.store(third + toStride, v128.shuffle<f64>(ab2, cd2, 1, 3));
}

function edge(to: usize, toStride: usize, from: usize, fromStride: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row++)
    for (let column: i32 = 0; column < columns; column++)
      store<f32>(
        to + (column as usize) * toStride + (row as usize) * 4,
        load<f32>(from + (row as usize) * fromStride + (column as usize) * 4),
      );
}
