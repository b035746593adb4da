import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf, type Facts } from "../facts.ts";
import { column, itemsSheet, salesSheet } from "../layouts.ts";
import { daysAfter, day } from "../world.ts";
import { SHAPES } from "../words/shapes.ts";

const head = (scribe: Scribe, key: keyof typeof SHAPES): string => scribe.other(SHAPES[key]!, scribe.second);
const WEEK = 7;
const UNITS = 6;

/** Fiscal year 2025 of a shop whose year begins on a Monday in March: 4-4-5 weeks a quarter, the same units every week. */
const START = day("2025-03-03");
const LENGTHS = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];
const begins = (period: number): Date =>
  daysAfter(START, WEEK * LENGTHS.slice(0, period).reduce((sum, weeks) => sum + weeks, 0));

function facts(scribe: Scribe): Facts {
  const demand = scribe.world.articles.map(({ sku }, a): [string, [string, number][]] => [
    sku,
    Array.from({ length: 52 }, (_, w) => [
      daysAfter(START, WEEK * w)
        .toISOString()
        .slice(0, 10),
      UNITS + a,
    ]),
  ]);
  return { ...factsOf(scribe.world), demand: Object.fromEntries(demand), grain: "week" };
}

/** A row a period and article, named in one cell or two. */
function rows(scribe: Scribe, inOne: boolean): Made {
  const lines = LENGTHS.flatMap((weeks, p) =>
    scribe.world.articles.map((article, a) => ({ p, article, units: weeks * (UNITS + a) })),
  );
  const label = (p: number): Cell => `FY25 P${String(p + 1).padStart(2, "0")}`;
  const when = inOne
    ? [
        column(
          head(scribe, "period"),
          lines.map(({ p }) => label(p)),
        ),
      ]
    : [
        column(
          head(scribe, "fiscal_year"),
          lines.map(() => 2025),
        ),
        column(
          head(scribe, "period"),
          lines.map(({ p }) => p + 1),
        ),
      ];
  const columns = [
    ...when,
    column(
      scribe.lineHead("sku"),
      lines.map(({ article }) => article.sku),
    ),
    column(
      scribe.lineHead("sold"),
      lines.map(({ units }) => units),
    ),
  ];
  const calendar = [
    column(
      head(scribe, "fiscal_year"),
      LENGTHS.map(() => 2025),
    ),
    column(
      head(scribe, "period"),
      LENGTHS.map((_, p) => p + 1),
    ),
    column(
      head(scribe, "start"),
      LENGTHS.map((_, p) => begins(p)),
    ),
  ];
  const name = scribe.word(SHAPES.fiscal_calendar!, scribe.second);
  return {
    book: [itemsSheet(scribe), salesSheet(scribe, columns), { name, tables: [{ columns: calendar }] }],
    facts: facts(scribe),
  };
}

/** Without a calendar only the buyer knows when a fiscal year begins. */
function unstated(scribe: Scribe): Made {
  const made = rows(scribe, false);
  return { ...made, book: made.book.slice(0, 2), asks: "must", about: ["fiscal"] };
}

/** Periods of fiscal years, with a calendar of the workbook and without one. */
export const fiscal: Kind = {
  kind: "fiscal periods",
  traps: {
    "in one column, with a calendar": (scribe) => rows(scribe, true),
    "in two columns, with a calendar": (scribe) => rows(scribe, false),
    "without a calendar": unstated,
  },
};
