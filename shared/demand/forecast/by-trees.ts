import { average } from "../../numeric/average.ts";
import { foretellAlone } from "../models/table/foretell.ts";
import type { PretrainedTrees } from "../models/table/pretrained.ts";
import { schemeOf, tableHistory } from "../models/table/scheme.ts";
import { WEEKS } from "../models/table/spans.ts";
import { foretold, tells, type TableLessons } from "../models/table/table.ts";
import { typicalOf, type Forecast } from "./forecast.ts";
import { withTrees } from "./with-trees.ts";

/** What trees there are: those of the item's table for a total over `horizon` periods, and pretrained ones. */
export interface KnownTrees {
  readonly lessons?: TableLessons | undefined;
  readonly horizon?: number | undefined;
  readonly pretrained?: PretrainedTrees | undefined;
  /** Whether the pretrained ones, where no table teaches, move the distribution too, or what is shown alone. */
  readonly alone: "all" | "shown";
}

/** The quantiles of a table hold for totals as long as its horizon; of totals this many times as long or as short, none. */
const REACH = 4;
/** Periods that the pretrained trees' rate is the mean of. */
const ALONE_HORIZON = 8;

/** The forecast of an item alone, with what trees across items know of it; as it is where they know nothing. */
export function byTrees(
  own: Forecast,
  history: readonly number[],
  { lessons, horizon, pretrained, alone }: KnownTrees,
): Forecast {
  const regular = own.pattern === "smooth";
  if (!(regular || own.pattern === "slow") || own.promoted !== undefined || own.negative) return own;
  const expects = (periods: number): number => average(own.mean(periods));
  if (lessons !== undefined && horizon !== undefined) {
    const told = foretold(lessons, history, horizon, { own: regular ? expects : undefined, pretrained });
    if (told === undefined) return own;
    const known = (periods: number): number =>
      Math.max(0, 1 - Math.abs(Math.log(Math.max(1e-9, periods) / horizon)) / Math.log(REACH));
    const words = `with what ${lessons.items} items tell of each other`;
    const { block, spans } = schemeOf(lessons.season)!;
    return withTrees(own, {
      told,
      horizon,
      known,
      quarter: block * spans.quarter,
      name: "Trees across items",
      words,
    });
  }
  const values = tableHistory(history, 1);
  if (pretrained === undefined || !tells(values)) return own;
  const rate = expects(ALONE_HORIZON);
  const told = foretellAlone(pretrained, values, { own: rate, slow: !regular, seasonal: own.seasonal === true });
  if (told === undefined) return own;
  const moved = withTrees(own, {
    told: { ...told, mean: told.typical, quantile: () => told.typical },
    horizon: ALONE_HORIZON,
    // Nobody says what a period is.
    quarter: WEEKS.quarter,
    name: "Pretrained trees",
    words: "with what other shops' items tell",
  });
  return alone === "all" ? moved : { ...own, typical: (periods) => typicalOf(moved, periods) };
}
