/** A rise and fall within the year: extra demand of `height` times the base at day `peak`, in days before and after. */
export interface Bump {
  readonly peak: number;
  readonly height: number;
  readonly rise: number;
  readonly fall: number;
}

const YEAR = 365.25;

/** Builds up from late October, peaks in the third week of December and is over by its end. */
export const christmas = (height: number): Bump => ({ peak: 348, height, rise: 20, fall: 6 });
export const summer = (height: number): Bump => ({ peak: 175, height, rise: 38, fall: 42 });
export const easter = (height: number): Bump => ({ peak: 92, height, rise: 14, fall: 8 });
export const carnival = (height: number): Bump => ({ peak: 42, height, rise: 14, fall: 5 });
export const halloween = (height: number): Bump => ({ peak: 299, height, rise: 14, fall: 4 });

function level(day: number, bumps: readonly Bump[]): number {
  return bumps.reduce((sum, { peak, height, rise, fall }) => {
    const off = ((day - peak + 1.5 * YEAR) % YEAR) - YEAR / 2;
    return sum + height * Math.exp(-0.5 * (off / (off < 0 ? rise : fall)) ** 2);
  }, 1);
}

/** The seasonal index of each day of the year (0 is 1 January), with mean 1. */
export function seasonalIndex(bumps: readonly Bump[]): (day: number) => number {
  const days = Array.from({ length: 366 }, (_, day) => level(day, bumps));
  const mean = days.reduce((a, b) => a + b, 0) / days.length;
  return (day) => days[day]! / mean;
}
