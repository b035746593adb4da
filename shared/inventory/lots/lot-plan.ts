/** What lots cost by period: as many numbers each as there are periods. */
export interface LotPlanCosts {
  /** Money per order placed in the period. */
  readonly order: readonly number[];
  /** Money per unit left at the end of the period. */
  readonly holding: readonly number[];
  /** Money per unit bought in the period. */
  readonly unit: readonly number[];
}

/** Lots that cover whole numbers of periods: where each begins, from period 0. Orders only where something is needed. */
export function lotsFrom(starts: readonly number[], demand: readonly number[]): number[] {
  const lots = new Array<number>(demand.length).fill(0);
  starts.forEach((start, i) => {
    for (let t = start; t < (starts[i + 1] ?? demand.length); t += 1) lots[start]! += demand[t]!;
  });
  return lots;
}
