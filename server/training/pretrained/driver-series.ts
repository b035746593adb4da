import { rowsOf, type Row } from "./data.ts";

/** One series with its driver columns over history and test window. */
export interface DrivenSeries {
  readonly set: string;
  readonly id: string;
  readonly season: number;
  readonly train: readonly number[];
  /** The last periods, which no training sees. */
  readonly test: readonly number[];
  /** One array a column, over train and test; NaN where it is not known. */
  readonly drivers: readonly (readonly number[])[];
}

/** A file with a row a series and period. */
interface LongFile {
  readonly set: string;
  readonly season: number;
  readonly horizon: number;
  /** Columns that name a series. */
  readonly key: readonly string[];
  /** Column of the period; rows are sorted by it. */
  readonly time: string;
  readonly value: string;
  readonly drivers: readonly ((row: Row) => number)[];
  /** Fewest periods of a series that is taken (default 3 horizons). */
  readonly shortest?: number;
}

const numberOf = (text: string | undefined): number =>
  text === undefined || text === "" || text === "NA" ? NaN : Number(text);

const column =
  (name: string) =>
  (row: Row): number =>
    numberOf(row[name]);

const orderOf = (text: string): number => (text.includes("-") ? Date.parse(text) : Number(text));

function splitAt(
  { set, season, horizon }: Pick<LongFile, "set" | "season" | "horizon">,
  id: string,
  values: readonly number[],
  drivers: DrivenSeries["drivers"],
): DrivenSeries {
  return { set, id, season, train: values.slice(0, -horizon), test: values.slice(-horizon), drivers };
}

/** The series of a file, sorted by time; none where it is not there. */
function readLong(folder: string, file: LongFile): DrivenSeries[] {
  const found = new Map<string, Row[]>();
  for (const row of rowsOf(folder, file.set)) {
    const id = file.key.map((name) => row[name]!).join("/");
    const rows = found.get(id);
    if (rows === undefined) found.set(id, [row]);
    else rows.push(row);
  }
  return [...found].flatMap(([id, rows]) => {
    if (rows.length < (file.shortest ?? 3 * file.horizon)) return [];
    const ordered = rows.toSorted((a, b) => orderOf(a[file.time]!) - orderOf(b[file.time]!));
    return splitAt(
      file,
      id,
      ordered.map(column(file.value)),
      file.drivers.map((driver) => ordered.map(driver)),
    );
  });
}

const ROSSMANN: LongFile = {
  set: "rossmann_daily",
  season: 7,
  horizon: 42,
  key: ["Store"],
  time: "Date",
  value: "Sales",
  drivers: [
    column("Promo"),
    (row) => (row["StateHoliday"] === "0" || row["StateHoliday"] === "" ? 0 : 1),
    column("SchoolHoliday"),
  ],
};

/** Rossmann's shops, open days only; drivers: promotion, state holiday, school holiday and, if wanted, the weekday. */
export function readRossmann(folder: string, weekday: boolean): DrivenSeries[] {
  const dayOf = (row: Row): number => new Date(row["Date"]!).getUTCDay();
  return readLong(folder, weekday ? { ...ROSSMANN, drivers: [...ROSSMANN.drivers, dayOf] } : ROSSMANN);
}

/** Dominick's orange juice, a series a shop and brand of at least a year's length; drivers: price, coupon, feature. */
export function readDominicks(folder: string): DrivenSeries[] {
  return readLong(folder, {
    set: "dominicks_oj_weekly",
    season: 1,
    horizon: 8,
    key: ["store", "brand"],
    time: "week",
    value: "units_oz",
    drivers: ["price_per_oz", "deal", "feat"].map(column),
    shortest: 60,
  });
}

/** A brewery's volumes a month, agency and product; drivers: price, discount and holidays. */
export function readStallion(folder: string): DrivenSeries[] {
  return readLong(folder, {
    set: "stallion_monthly",
    season: 12,
    horizon: 6,
    key: ["agency", "sku"],
    time: "date",
    value: "volume",
    drivers: ["price_actual", "discount", "easter_day", "independence_day", "football_gold_cup"].map(column),
  }).filter(({ train }) => train.some((x) => x > 0));
}

/** Departments of supermarkets a week; drivers: holiday weeks and markdowns, known since the end of 2011. */
export function readWalmart(folder: string): DrivenSeries[] {
  const features = new Map(
    rowsOf(folder, "walmart_features").map((row) => [`${row["store"]}/${row["date"]}`, row] as const),
  );
  const markdown =
    (name: string) =>
    (row: Row): number => {
      const amount = numberOf(features.get(`${row["store"]}/${row["date"]}`)?.[name]);
      return Math.log1p(Math.max(0, amount));
    };
  return readLong(folder, {
    set: "walmart_store_dept_weekly",
    season: 52,
    horizon: 13,
    key: ["store", "dept"],
    time: "date",
    value: "weekly_sales",
    drivers: [column("is_holiday"), ...[1, 2, 3].map((j) => markdown(`markdown${j}`))],
    shortest: 100,
  });
}

/** Items of a supermarket, whole weeks since they were first listed; drivers: price and the week's festive days. */
export function readM5(folder: string, set: string): DrivenSeries[] {
  const calendar = rowsOf(folder, "m5_calendar");
  const weeks = [...new Set(calendar.map((row) => row["wm_yr_wk"]!))];
  const festive = weeks.map(
    (week) => calendar.filter((row) => row["wm_yr_wk"] === week && row["event_name_1"] !== "").length,
  );
  const prices = new Map(
    rowsOf(folder, `${set}_prices`).map((row) => [`${row["item_id"]}/${row["wm_yr_wk"]}`, column("sell_price")(row)]),
  );
  return rowsOf(folder, set).flatMap((row) => {
    const days = calendar.map(({ d }) => numberOf(row[d!])).filter((x) => !Number.isNaN(x));
    const price = weeks.map((week) => prices.get(`${row["item_id"]}/${week}`) ?? NaN);
    const from = price.findIndex((x) => !Number.isNaN(x));
    const to = Math.floor(days.length / 7);
    if (from < 0 || to - from < 80) return [];
    const units = weeks.slice(from, to).map((_, i) => {
      const first = 7 * (from + i);
      return days.slice(first, first + 7).reduce((a, b) => a + b, 0);
    });
    const known = [price, festive].map((values) => values.slice(from, to));
    return splitAt({ set, season: 52, horizon: 13 }, row["id"]!, units, known);
  });
}
