import { SEASON_OF } from "../../calendar/periods.ts";
import type { Forecast } from "../../demand/forecast/forecast.ts";
import { forecaster, type Networks } from "../../demand/forecast/forecaster.ts";
import { QUICK } from "../../demand/forecast/profile.ts";
import { horizonOf, protectedPeriods, type KnownItem, type PlanContext } from "./item-facts.ts";
import { promotionColumns } from "./promotions.ts";

export interface ForecastOptions {
  readonly networks: Networks;
  /** Periods that it is to serve beyond those of a plan of today. */
  readonly more?: number;
}

/** An item's forecast as plan and replay make it. */
export function forecastItem(
  { item, history, promotions }: KnownItem,
  context: PlanContext,
  { networks, more = 0 }: ForecastOptions,
): Forecast {
  const inPeriods = promotions.length
    ? promotionColumns(item, promotions, history.length, horizonOf(item, context) + more, context)
    : undefined;
  const forecastOf = forecaster({ networks, profile: QUICK, lessons: context.learned?.lessons });
  const horizon = protectedPeriods(item, context);
  return forecastOf(history, SEASON_OF[context.period], { promotions: inPeriods, horizon });
}
