import type { Case } from "./case.ts";
import type { Numbered } from "./cases.ts";
import { labelOf } from "./cases.ts";
import { judge, type Judged, type Verdict } from "./judge.ts";
import { mutantsOf } from "./mutations.ts";

/** How many cases went how, and what is wrong with those that are. */
export interface Tally {
  readonly counts: Record<Verdict, number>;
  readonly faults: string[];
}

export const emptyTally = (): Tally => ({
  counts: { right: 0, asked: 0, needless: 0, vague: 0, silent: 0, wrong: 0 },
  faults: [],
});

export const total = ({ counts }: Tally): number => Object.values(counts).reduce((a, b) => a + b, 0);

const LENGTH = 400;
const put = (tally: Tally, { verdict, says }: Judged, label: string, bad: readonly Verdict[]): void => {
  tally.counts[verdict]++;
  if (bad.includes(verdict)) tally.faults.push(`${verdict}: ${label}: ${says.join("; ").slice(0, LENGTH)}`);
};

/** Tries a case as it is. */
export async function tryCase(one: Case, tally: Tally): Promise<void> {
  put(tally, await judge(one), labelOf(one), ["needless", "vague", "silent", "wrong"]);
}

/** Tries a case in all its other looks, which may ask but never plan otherwise. */
export async function tryMutants({ one, kind, seed }: Numbered, tally: Tally): Promise<void> {
  for (const [name, mutant] of mutantsOf(one, kind, seed))
    put(tally, await judge(mutant), `${labelOf(one)}, ${name}`, ["silent", "wrong"]);
}
