import type { DriverEffects } from "./effects.ts";
import type { PromotionEffect } from "./promotion-effect.ts";

/** What a cause does to the periods ahead, whether a driver, a promotion or a season that was taken out. */
export interface Change {
  /** Demand of period `h` from 0, forecast as `x` without the cause; rises with x. */
  at(x: number, h: number): number;
  /** What a deviation of 1 becomes. */
  scale(h: number): number;
  /** Standard deviation that the cause itself adds to a forecast of x: it errs the same way in all periods. */
  doubt?(x: number, h: number): number;
}

/** The change that multiplies or adds, period by period. */
export const changeBy = (multiplicative: boolean, effect: (h: number) => number): Change =>
  multiplicative ? { at: (x, h) => x * effect(h), scale: effect } : { at: (x, h) => x + effect(h), scale: () => 1 };

/** Beyond the periods whose drivers are known demand is as usual. */
export const driverChange = ({ multiplicative, ahead }: DriverEffects): Change =>
  changeBy(multiplicative, (h) => ahead[h] ?? (multiplicative ? 1 : 0));

export const promotionChange = ({ factor, doubt }: PromotionEffect): Change => ({
  ...changeBy(true, factor),
  doubt: (x, h) => x * doubt(h),
});
