import type { ErrorCode } from "./cells.ts";

/**
 * An error the user can read and act on. Its message names what is wrong and what it must be; anything else that is
 * thrown is a fault of ours, which is logged and answered with a reference only.
 */
export class UserError extends Error {
  constructor(
    message: string,
    readonly code: ErrorCode = "#VALUE!",
  ) {
    super(message);
    this.name = "UserError";
  }
}

/** The question is well put but has no answer (infeasible, no data), or none in time. */
export function notAvailable(message: string): UserError {
  return new UserError(message, "#N/A");
}
