import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf, type Facts } from "../facts.ts";
import {
  column,
  isoWeek,
  itemsSheet,
  localeOf,
  monthLabel,
  monthsOf,
  salesColumns,
  salesSheet,
  two,
  unitsBy,
  wideTable,
} from "../layouts.ts";
import { PLAIN } from "../words/plain.ts";

const EPOCH = 25_569;
const DAY = 86_400_000;
const parts = (date: Date): [year: number, month: number, day: number] => [
  date.getUTCFullYear(),
  date.getUTCMonth() + 1,
  date.getUTCDate(),
];

/** A list of sales whose days are written in some way. */
function dated(scribe: Scribe, write: (date: Date) => Cell, more: Partial<Made> = {}): Made {
  const [date, ...others] = salesColumns(scribe);
  return {
    book: [
      itemsSheet(scribe),
      salesSheet(scribe, [{ ...date!, cells: (date!.cells as Date[]).map(write) }, ...others]),
    ],
    facts: factsOf(scribe.world),
    ...more,
  };
}

/** A list with a row a week or month and article. */
function periodic(
  scribe: Scribe,
  starts: readonly Date[],
  heads: readonly string[],
  write: (start: Date) => readonly Cell[],
  grain: Facts["grain"],
): Made {
  const rows = starts.flatMap((start, p) =>
    scribe.world.articles.map((article) => ({ start, article, units: unitsBy(scribe, starts, article)[p]! })),
  );
  const columns = [
    ...heads.map((head, c) =>
      column(
        head,
        rows.map(({ start }) => write(start)[c]!),
      ),
    ),
    column(
      scribe.lineHead("sku"),
      rows.map(({ article }) => article.sku),
    ),
    column(
      scribe.lineHead("sold"),
      rows.map(({ units }) => units),
    ),
  ];
  return { book: [itemsSheet(scribe), salesSheet(scribe, columns)], facts: { ...factsOf(scribe.world), grain } };
}

const weekly = (
  scribe: Scribe,
  heads: readonly (keyof typeof PLAIN)[],
  write: (year: number, week: number) => readonly Cell[],
): Made =>
  periodic(
    scribe,
    scribe.world.weeks,
    heads.map((head) => scribe.lineHead(head)),
    (monday) => {
      const { year, week } = isoWeek(monday);
      return write(year, week);
    },
    "week",
  );

const monthly = (
  scribe: Scribe,
  heads: readonly (keyof typeof PLAIN)[],
  write: (date: Date) => readonly Cell[],
): Made =>
  periodic(
    scribe,
    monthsOf(scribe),
    heads.map((head) => scribe.lineHead(head)),
    write,
    "month",
  );

function wide(scribe: Scribe, starts: readonly Date[], label: (start: Date) => Cell, grain: Facts["grain"]): Made {
  return {
    book: [itemsSheet(scribe), { name: scribe.sheet("sales"), tables: [wideTable(scribe, starts, label)] }],
    facts: { ...factsOf(scribe.world), grain },
  };
}

const long = (scribe: Scribe, date: Date): string =>
  new Intl.DateTimeFormat(localeOf(scribe.second), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);

function weekLabel({ second }: Scribe, monday: Date): string {
  const { year, week } = isoWeek(monday);
  if (second === "zh") return `${year}年第${two(week)}周`;
  return `${{ en: "W", de: "KW ", fr: "S", es: "S", it: "Sett. ", nl: "wk ", pt: "Sem. " }[second]}${two(week)} ${year}`;
}

/** Days, weeks and months in the ways in which systems write them. */
export const time: Kind = {
  kind: "time",
  traps: {
    "days first, as text": (s) => dated(s, (d) => parts(d).reverse().map(two).join("/")),
    "months first, as text": (s) => dated(s, (d) => `${two(parts(d)[1])}/${two(parts(d)[2])}/${parts(d)[0]}`),
    "days with dots": (s) => dated(s, (d) => parts(d).reverse().map(two).join(".")),
    "years of two digits": (s) => dated(s, (d) => `${two(parts(d)[2])}-${two(parts(d)[1])}-${parts(d)[0] - 2000}`),
    "ISO with a time": (s) => dated(s, (d) => `${d.toISOString().slice(0, 10)}T14:05:00Z`),
    "spreadsheet numbers": (s) => dated(s, (d) => d.getTime() / DAY + EPOCH),
    "spreadsheet numbers as text": (s) => dated(s, (d) => String(d.getTime() / DAY + EPOCH), { asks: "may" }),
    "numbers like 20260114": (s) => dated(s, (d) => Number(parts(d).map(two).join(""))),
    "long dates": (s) => dated(s, (d) => long(s, d)),
    "day, month and year with a time": (s) => dated(s, (d) => `${parts(d).reverse().map(two).join("/")} 09:30`),
    "weeks like 202536": (s) => weekly(s, ["week"], (year, week) => [year * 100 + week]),
    "weeks like 2025-W36": (s) => weekly(s, ["week"], (year, week) => [`${year}-W${two(week)}`]),
    "weeks like 36/2025": (s) => weekly(s, ["week"], (year, week) => [`${week}/${year}`]),
    "weeks like 2025.36": (s) => weekly(s, ["week"], (year, week) => [`${year}.${two(week)}`]),
    "years and weeks": (s) => weekly(s, ["year", "week"], (year, week) => [year, week]),
    "years and months": (s) => monthly(s, ["year", "month"], (d) => [parts(d)[0], parts(d)[1]]),
    "months like 202509": (s) => monthly(s, ["month"], (d) => [parts(d)[0] * 100 + parts(d)[1]]),
    "months like 09/2025": (s) => monthly(s, ["month"], (d) => [`${two(parts(d)[1])}/${parts(d)[0]}`]),
    "months in words": (s) => monthly(s, ["month"], (d) => [monthLabel(s.second, d, "long")]),
    "wide: weeks like 202536": (s) => wide(s, s.world.weeks, (d) => isoWeek(d).year * 100 + isoWeek(d).week, "week"),
    "wide: weeks in words": (s) => wide(s, s.world.weeks, (d) => weekLabel(s, d), "week"),
    "wide: Mondays": (s) => wide(s, s.world.weeks, (d) => d, "week"),
    "wide: months in words": (s) => wide(s, monthsOf(s), (d) => monthLabel(s.second, d), "month"),
    "wide: months like 2025-09": (s) => wide(s, monthsOf(s), (d) => d.toISOString().slice(0, 7), "month"),
    "wide: months like 09.2025": (s) => wide(s, monthsOf(s), (d) => `${two(parts(d)[1])}.${parts(d)[0]}`, "month"),
  },
};
