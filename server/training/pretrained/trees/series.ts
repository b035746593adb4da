import { readSet } from "../data.ts";
import { readDominicks, readM5, readStallion, type DrivenSeries } from "../driver-series.ts";

/** A series to learn from: what came before the periods that are held back. */
export interface TreeSeries {
  /** Shops whose items share weeks; what is scored on one is taught by the others. */
  readonly family: string;
  readonly set: string;
  readonly id: string;
  /** Oldest first, a missing value as none sold. */
  readonly values: readonly number[];
}

/** A set, its family, and how many of each series' last periods no training sees. */
interface Source {
  readonly set: string;
  readonly family: string;
  readonly back: number;
  read(folder: string): readonly Pick<DrivenSeries, "id" | "train" | "test">[];
}

/** Items of a supermarket by week. */
const m5 = (set: string): Source => ({ set, family: "m5", back: 47, read: (folder) => readM5(folder, set) });

/** A set with a row a series, whose test part is held back and, where it is scored at several dates, some before it. */
const rows = (set: string, back = 0): Source => ({
  set,
  family: set,
  back,
  read: (folder) => readSet(folder, set).map((one) => (back > 0 ? one : { ...one, test: [] })),
});

const SOURCES: readonly Source[] = [
  m5("m5_foods3_tx3"),
  m5("m5_hobbies2_ca3"),
  rows("online_retail_weekly", 10),
  { set: "stallion_monthly", family: "stallion_monthly", back: 9, read: readStallion },
  { set: "dominicks_oj_weekly", family: "dominicks_oj_weekly", back: 32, read: readDominicks },
  rows("carparts", 12),
  rows("raf_spares"),
  rows("auto_spares"),
  rows("man_spares"),
  rows("hospital"),
  rows("m3"),
  rows("m4_weekly"),
];

/** Fewest periods and sales of a series that teaches anything. */
const SHORTEST = 12;
const FEWEST_SALES = 2;

/** All series of a folder; sets that are not there are left out. */
export function treeSeries(folder: string): TreeSeries[] {
  return SOURCES.flatMap(({ set, family, back, read }) =>
    read(folder).flatMap(({ id, train, test }) => {
      const all = [...train, ...test];
      const values = all.slice(0, all.length - back).map((x) => (Number.isNaN(x) ? 0 : Math.max(0, x)));
      const telling = values.length >= SHORTEST && values.filter((x) => x > 0).length >= FEWEST_SALES;
      return telling ? [{ family, set, id, values }] : [];
    }),
  );
}
