import type { Outcome } from "../../../shared/define/cells.ts";

/** Outcomes are kept up to this many characters of their calls; a workbook of 5,000 forecasts takes about 3 million. */
const LARGEST = 40_000_000;

/** A failure that is not the arguments' fault: another try may succeed. */
const mayPass = (outcome: Outcome): boolean => "error" in outcome && outcome.error.code === "#N/A";

/** What calls came to, by their texts; the oldest go first where there are too many. */
export interface Outcomes {
  get(text: string): Outcome | undefined;
  keep(text: string, outcome: Outcome): void;
  /** How many are failures that may pass. */
  readonly failed: number;
  /** Forgets those. */
  forgetFailures(): void;
}

export function createOutcomes(): Outcomes {
  const outcomes = new Map<string, Outcome>();
  let kept = 0;
  let failed = 0;

  function forget(text: string): void {
    const outcome = outcomes.get(text);
    if (!outcome) return;
    outcomes.delete(text);
    kept -= text.length;
    if (mayPass(outcome)) failed--;
  }

  return {
    get: (text) => outcomes.get(text),
    keep(text, outcome) {
      outcomes.set(text, outcome);
      if (mayPass(outcome)) failed++;
      kept += text.length;
      for (const oldest of outcomes.keys()) {
        if (kept <= LARGEST || oldest === text) break;
        forget(oldest);
      }
    },
    get failed() {
      return failed;
    },
    forgetFailures() {
      for (const [text, outcome] of [...outcomes]) if (mayPass(outcome)) forget(text);
    },
  };
}
