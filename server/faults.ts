import { randomBytes } from "node:crypto";

/** A short id the user can quote and the log can be searched for, with the fault's own text for that log. */
export function faultReference(error: unknown): { readonly reference: string; readonly text: string } {
  return {
    reference: randomBytes(4).toString("hex"),
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
