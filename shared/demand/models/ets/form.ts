/** A member of the exponential smoothing family: error, trend, season; N none, A additive, Ad damped, M multiplicative. */
export interface Form {
  readonly error: "A" | "M";
  readonly trend: "N" | "A" | "Ad";
  readonly season: "N" | "A" | "M";
}

/** The form in the field's notation, "ETS(A,Ad,M)". */
export function formName({ error, trend, season }: Form): string {
  return `ETS(${error},${trend},${season})`;
}

const ERRORS = ["A", "M"] as const;
const TRENDS = ["N", "A", "Ad"] as const;
const SEASONS = ["N", "A", "M"] as const;

/**
 * The forms worth trying: additive errors with a multiplicative season are unstable and left out, as R's `ets` does;
 * multiplicative ones need a positive series.
 */
export function candidateForms(positive: boolean, seasonal: boolean): Form[] {
  return ERRORS.flatMap((error) =>
    TRENDS.flatMap((trend) => SEASONS.map((season) => ({ error, trend, season }))),
  ).filter(
    ({ error, season }) =>
      (positive || (error === "A" && season !== "M")) &&
      (seasonal || season === "N") &&
      !(error === "A" && season === "M"),
  );
}

/** Smoothing parameters and initial states estimated, without the error's variance. */
export function parametersOf({ trend, season }: Form, m: number): number {
  return 2 + { N: 0, A: 2, Ad: 3 }[trend] + (season === "N" ? 0 : m);
}
