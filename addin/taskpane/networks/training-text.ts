import type { Period } from "../../../shared/calendar/periods.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { isModelName } from "../../../shared/demand/networks/trained/version.ts";
import type { TrainingRequest } from "../../../shared/operations/training-schema.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";

/** The form as typed; blank numbers are the usual ones of the history's period. */
export interface TrainingText {
  readonly name: string;
  readonly season: string;
  readonly horizon: string;
}

/** Periods in a season and periods to look ahead where none are typed. */
export const USUAL: Readonly<Record<Period, { readonly season: number; readonly horizon: number }>> = {
  day: { season: 7, horizon: 28 },
  week: { season: 52, horizon: 13 },
  month: { season: 12, horizon: 12 },
};

const isCount = (text: string): boolean => text.trim() === "" || /^[1-9]\d{0,2}$/.test(text.trim());

/** What each wrongly filled field must be; none where all can be used. */
export function trainingFaults({ name, season, horizon }: TrainingText): Partial<Record<keyof TrainingText, string>> {
  return {
    ...(!isModelName(name) && {
      name: "A lower-case letter, then letters, digits, - or _, such as shop; not forecast.",
    }),
    ...(!isCount(season) && { season: "A whole number from 1 to 999, or nothing." }),
    ...(!isCount(horizon) && { horizon: "A whole number from 1 to 999, or nothing." }),
  };
}

/** A training on a workbook's history. Throws a `UserError` where there is none. */
export function trainingRequest(
  { history, period }: PlanRequest,
  { name, season, horizon }: TrainingText,
): TrainingRequest {
  const usual = USUAL[period];
  if (Object.keys(history).length === 0)
    throw new UserError("The workbook has no demand to train on: add a sales history");
  return {
    name,
    season: Number(season) || usual.season,
    horizon: Number(horizon) || usual.horizon,
    series: history,
  };
}
