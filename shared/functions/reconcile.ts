import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { cells, choice, optional, table, withDefault } from "../define/parameters.ts";
import { bottomUp, minimumTrace, topDown } from "../demand/hierarchy/reconcile.ts";
import { readHierarchy } from "../demand/hierarchy/structure.ts";

/** What is solved within a few seconds. */
const MOST_SERIES = 2000;
const MOST_WITH_ERRORS = 600;
/** Fewer past errors say nothing of how they move together. */
const FEWEST_ERRORS = 4;

const METHODS = ["mint", "ols", "bottom-up", "top-down"] as const;

const transposed = (rows: readonly (readonly number[])[]): number[][] => rows[0]!.map((_, j) => rows.map((r) => r[j]!));

export const reconcile = defineServer({
  name: "RECONCILE",
  category: "Forecasting",
  summary: "Makes forecasts of items, groups and totals add up, using what each of them knows.",
  returns: "The reconciled forecasts in the shape of base; none is negative.",
  spills: true,
  details: [
    "Forecasts of a total and of its parts, each made on its own, don't add up. Totals see trend and season more clearly, parts know their own events: reconciling uses both and is more exact on average than either.",
    "The hierarchy has one row for each series and one column for each attribute, such as region, channel and age group; a blank (or Total, All, *) sums over that attribute. Trees, crossed groups and both together may be given, in any order; which series add up to which follows from the attributes.",
    'The method "mint" gives the coherent forecasts nearest to the given ones, weighed by the series\' past forecast errors where errors are given (their correlations shrunk towards none), else by how many bottom series each one sums; "ols" weighs all alike; "bottom-up" adds the bottom forecasts up; "top-down" divides the total by the proportions of the forecasts below it.',
    `Up to ${MOST_SERIES} series, ${MOST_WITH_ERRORS} with errors.`,
  ],
  formula: "min (y − S b)′ W⁻¹ (y − S b), b ≥ 0; y base forecasts, S b sums of bottom forecasts, W error covariance",
  source:
    "Wickramasuriya, Athanasopoulos & Hyndman, Optimal forecast reconciliation, 2019; Wickramasuriya, Turlach & Hyndman, Optimal non-negative forecast reconciliation, 2020; Python hierarchicalforecast MinTrace",
  parameters: {
    base: table({
      doc: "Forecasts to reconcile: one column for each series and one row for each period, as FORECAST functions answer them; or one row for each series.",
      unit: "units per period",
      min: 0,
    }),
    hierarchy: cells({
      doc: "One row for each series of base, in the same order, one column for each attribute; blank where the series sums over it.",
    }),
    method: withDefault(choice(METHODS, { doc: "How to reconcile: mint, ols, bottom-up or top-down." }), "mint"),
    errors: optional(
      table({
        doc: "Past one-period forecast errors of the same series, laid out as base; they weigh the series for mint. Left out, each weighs by how many bottom series it sums.",
        unit: "units per period",
      }),
    ),
  },
  examples: [
    {
      says: "a total of 90 and parts of 40 and 20 meet: the total gives way most, as it sums two",
      args: [[[90, 40, 20]], [[null], ["North"], ["South"]]],
      answer: [[75, 47.5, 27.5]],
      source: "by hand: the gap of 30 is shared by the weights 2, 1 and 1 of total and parts",
    },
    {
      says: "top-down: the total stays, the parts take their proportions",
      args: [[[90], [40], [20]], [[""], ["North"], ["South"]], "top-down"],
      answer: [[90], [60], [30]],
      source: "by hand: 90 in the proportions 40 to 20",
    },
    {
      says: "a part that would fall below zero stays at zero",
      args: [[[20, 40, 1]], [["Total"], ["North"], ["South"]]],
      answer: [[100 / 3, 100 / 3, 0]],
      source: "by hand: with South at 0, (20 − b)² / 2 + (40 − b)² is least at b = (20 + 2 × 40) / 3",
    },
  ],
  compute({ base, hierarchy, method, errors }) {
    const across = base[0]!.length === hierarchy.length;
    if (!across && base.length !== hierarchy.length)
      throw new UserError(
        `hierarchy: must have one row for each series of base; base has ${base[0]!.length} columns and ${base.length} rows, hierarchy ${hierarchy.length} rows`,
      );
    const most = errors !== undefined && method === "mint" ? MOST_WITH_ERRORS : MOST_SERIES;
    if (hierarchy.length > most)
      throw new UserError(`hierarchy: must have at most ${most} rows; got ${hierarchy.length}`);
    const structure = readHierarchy(hierarchy);
    const periods = across ? base : transposed(base);
    const methods = {
      mint: () => minimumTrace(structure, periods, errorsOf(errors, hierarchy.length, across) ?? "structural"),
      ols: () => minimumTrace(structure, periods, "equal"),
      "bottom-up": () => bottomUp(structure, periods),
      "top-down": () => topDown(structure, periods),
    };
    const answer = methods[method]();
    if (answer === undefined)
      throw new UserError("hierarchy: must have a row of blanks, the total, to go down from with top-down");
    return across ? answer : transposed(answer);
  },
});

/** A row a series. */
function errorsOf(errors: number[][] | undefined, count: number, across: boolean): number[][] | undefined {
  if (errors === undefined) return undefined;
  const rows = across ? transposed(errors) : errors;
  if (rows.length !== count || rows[0]!.length < FEWEST_ERRORS)
    throw new UserError(
      `errors: must hold at least ${FEWEST_ERRORS} errors of each of the ${count} series, laid out as base; got ${errors.length} rows by ${errors[0]!.length} columns`,
    );
  return rows;
}
