import type { Fit, Fitted } from "./model.ts";
import { adjustSeason } from "../history/seasons/seasonal-adjustment.ts";

/** Fits a model to the logarithms of a positive series; its errors become shares of the forecast. */
export function onLogarithms(fit: Fit): Fit {
  return ({ values, season }) => {
    const fitted = fit({ values: values.map(Math.log), season });
    return {
      ...fitted,
      name: `${fitted.name} on logs`,
      predict: (horizon) => fitted.predict(horizon).map(Math.exp),
      errors: fitted.errors.map(Math.expm1),
      relative: true,
    };
  };
}

/** A forecast this small a share of what happened counts as this share, so that no relative error is boundless. */
const SMALLEST_SHARE = 0.1;

/** The errors as shares of the forecasts. */
function relativeErrors(fitted: Fitted, values: readonly number[]): number[] {
  if (fitted.relative) return [...fitted.errors];
  const start = values.length - fitted.errors.length;
  return fitted.errors.map((e, i) => {
    const actual = values[start + i]!;
    return actual === 0 && e === 0 ? 0 : e / Math.max(actual - e, SMALLEST_SHARE * Math.abs(actual));
  });
}

/** The errors in units. */
function absoluteErrors(fitted: Fitted, values: readonly number[]): number[] {
  if (!fitted.relative) return [...fitted.errors];
  const start = values.length - fitted.errors.length;
  return fitted.errors.map((e, i) => (values[start + i]! * e) / (1 + e));
}

/** Fits a model to the seasonally adjusted series and restores the season in its forecasts. */
export function seasonallyAdjusted(fitFor: (multiplicative: boolean) => Fit): Fit {
  return ({ values, season }) => {
    const { multiplicative, adjusted, effect, strength } = adjustSeason(values, season);
    const fitted = fitFor(multiplicative)({ values: adjusted, season: 1 });
    const n = values.length;
    const restore = (x: number, h: number): number => (multiplicative ? x * effect(n + h) : x + effect(n + h));
    return {
      ...fitted,
      name: strength > 0 ? `${fitted.name}, seasonally adjusted` : fitted.name,
      predict: (horizon) => fitted.predict(horizon).map(restore),
      seasonal: strength > 0,
      errors: multiplicative ? relativeErrors(fitted, adjusted) : absoluteErrors(fitted, adjusted),
      relative: multiplicative,
      parameters: fitted.parameters + (strength > 0 ? 1 : 0),
    };
  };
}

/** The mean of several models' forecasts. */
export function meanOf(fits: readonly Fit[]): Fit {
  return (series) => {
    const models = fits.map((fit) => fit(series));
    const average = (paths: readonly (readonly number[])[]): number[] => {
      const length = Math.min(...paths.map((path) => path.length));
      return Array.from(
        { length },
        (_, i) => paths.reduce((a, path) => a + path[path.length - length + i]!, 0) / paths.length,
      );
    };
    return {
      name: models.map((model) => model.name).join(" + "),
      predict: (horizon) => average(models.map((model) => model.predict(horizon))),
      errors: average(models.map((model) => absoluteErrors(model, series.values))),
      relative: false,
      response: (horizon) => average(models.map((model) => model.response(horizon))),
      parameters: Math.max(...models.map((model) => model.parameters)),
    };
  };
}
