import type { Clock } from "./clock.ts";

const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;

export interface RecoveryParts {
  readonly clock: Clock;
  /** Whether the server answers now. */
  healthy(): Promise<boolean>;
  /** Asks for all cells once more. */
  calculateAgain(): Promise<void>;
}

/** Heals the cells that a server out of reach has left behind: no key of Excel on the web asks for them again. */
export interface Recovery {
  /** Cells got no answer because the server was down or too busy. */
  unanswered(): void;
  /** Cells got theirs. */
  answered(): void;
}

/**
 * Looks for the server after cells went without an answer, and once it is there has everything calculated again. The
 * pauses double until an answer has come, so that a server that says it is well and then answers nothing is left alone.
 */
export function createRecovery({ clock, healthy, calculateAgain }: RecoveryParts): Recovery {
  let pause = FIRST_MS;
  let looking = false;

  function lookLater(): void {
    looking = true;
    clock.after(pause, () => void look());
    pause = Math.min(LONGEST_MS, 2 * pause);
  }

  async function look(): Promise<void> {
    const back = await healthy().catch(() => false);
    if (!back) return lookLater();
    looking = false;
    // Where the workbook takes no calculation now, there is the button.
    await calculateAgain().catch(() => undefined);
  }

  return {
    unanswered() {
      if (!looking) lookLater();
    },
    answered() {
      if (!looking) pause = FIRST_MS;
    },
  };
}
