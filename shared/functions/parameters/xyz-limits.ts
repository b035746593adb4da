import { UserError } from "../../define/errors.ts";
import { number, withDefault } from "../../define/parameters.ts";

export const xLimit = withDefault(
  number({ doc: "Coefficient of variation up to which demand is regular (X).", above: 0 }),
  0.5,
);

export const yLimit = withDefault(
  number({ doc: "Coefficient of variation up to which demand varies (Y); beyond it is irregular (Z).", above: 0 }),
  1,
);

export function checkLimits(x: number, y: number): void {
  if (y < x) throw new UserError(`y_limit: must be at least x_limit (${x}); got ${y}`);
}
