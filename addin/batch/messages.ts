import type { Outcome } from "../../shared/define/cells.ts";

export function notAvailable(message: string): Outcome {
  return { error: { code: "#N/A", message } };
}

export function invalid(message: string): Outcome {
  return { error: { code: "#VALUE!", message } };
}

/** What a cell says when the request, not its own arguments, went wrong. */
export const messages = {
  down: (origin: string) => `Lotwise's server does not answer at ${origin}: start it with npm start`,
  timeout: (origin: string, ms: number) =>
    `no answer from ${origin} within ${Math.round(ms / 1000)} seconds: the server is busy or the calculation is long; recalculate to ask again`,
  busy: (origin: string, status: number) =>
    `Lotwise's server at ${origin} is too busy (HTTP ${status}): recalculate in a minute`,
  token: (origin: string) => `Lotwise's server at ${origin} asks for an access token: give it in the Lotwise pane`,
  refused: (origin: string, status: number, detail: string) =>
    `Lotwise's server at ${origin} refused the request (HTTP ${status})${detail && `: ${detail}`}`,
  foreign: (origin: string, status: number) =>
    `what answers at ${origin} is not Lotwise's server (HTTP ${status}, not JSON): check the address and any proxy`,
  malformed: (origin: string, what: string) =>
    `the answer of ${origin} is damaged (${what}): recalculate, and if it stays restart the server`,
  tooLarge: (name: string, bytes: number) =>
    `${name}: the arguments are over ${megabytes(bytes)} MB, the most one call may carry; give it a shorter range`,
  refusedAsLarge: (name: string) =>
    `${name}: the arguments are larger than Lotwise's server accepts; give it a shorter range`,
  answerTooLarge: (bytes: number) =>
    `the answer is over ${megabytes(bytes)} MB, more than Excel can take; ask for fewer rows or columns`,
  cancelled: "cancelled",
} as const;

function megabytes(bytes: number): string {
  return String(bytes / 1e6);
}
