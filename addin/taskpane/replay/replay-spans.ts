import { DAYS_IN } from "../../../shared/calendar/periods.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { countedPeriods } from "../../../shared/purchasing/replay/counted-periods.ts";
import { count } from "../view/money.ts";

/** How far back a replay can go. */
export interface Spans {
  /** Shortest first, at least one. */
  readonly choices: readonly { readonly periods: number; readonly says: string }[];
  /** The one taken where none is chosen: a year, or what the history allows. */
  readonly usual: number;
  /** The limit in words. */
  readonly limit: string;
}

const YEARS: readonly (readonly [years: number, says: string])[] = [
  [0.25, "Three months"],
  [0.5, "Half a year"],
  [1, "A year"],
  [2, "Two years"],
];

/** The spans that the request's history can spare: the rest of it is what was known before. */
export function spansOf(request: PlanRequest): Spans {
  const { period, history } = request;
  const counted = (periods?: number): number => countedPeriods({ ...request, periods });
  const known = Object.values(history).reduce((longest, values) => Math.max(longest, values.length), 0);
  const most = counted(Infinity);
  const choices = YEARS.map(([years, says]) => ({ periods: Math.round((years * 365.25) / DAYS_IN[period]), says }));
  const spared = choices.filter(({ periods }) => counted(periods) === periods);
  if (spared.length < choices.length && spared.at(-1)?.periods !== most)
    spared.push({ periods: most, says: "As far as it goes" });
  return {
    choices: spared.map(({ periods, says }) => ({ periods, says: `${says}, ${count(periods, period)}` })),
    usual: counted(),
    limit: `At most half of your history of ${count(known, period)}: the first half is what was known at the start.`,
  };
}
