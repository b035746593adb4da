import { readSet, rowsOf } from "../../../server/training/pretrained/data.ts";
import type { SeriesTable } from "../../../server/training/own/table.ts";

/** Every k-th series, so that about `count` stay. */
const thinned = <T>(list: readonly T[], count: number): T[] =>
  list.filter((_, i) => i % Math.max(1, Math.round(list.length / count)) === 0);

/** Daily sales of items in stores: the train and test columns joined. */
export function storeItemDaily(folder: string, count: number): SeriesTable {
  const series = thinned(readSet(folder, "store_item_daily"), count);
  return Object.fromEntries(
    series.map(({ id, train, test }) => [id, [...train, ...test].map((x) => (Number.isNaN(x) ? null : x))]),
  );
}

/** Weekly sales of departments of stores, on the common 143 weeks; weeks without a row are unknown. */
export function walmartWeekly(folder: string, count: number): SeriesTable {
  const rows = rowsOf(folder, "walmart_store_dept_weekly");
  const weeks = [...new Set(rows.map((row) => row["date"]!))].sort();
  const at = new Map(weeks.map((week, t) => [week, t]));
  const series = new Map<string, (number | null)[]>();
  for (const row of rows) {
    const id = `${row["store"]}-${row["dept"]}`;
    let values = series.get(id);
    if (values === undefined) series.set(id, (values = new Array<null>(weeks.length).fill(null)));
    values[at.get(row["date"]!)!] = Number(row["weekly_sales"]);
  }
  // Departments that sold to the end: of others there is nothing to forecast.
  const lasting = [...series].filter(([, values]) => values.slice(-26).every((x) => x !== null));
  return Object.fromEntries(thinned(lasting, count));
}
