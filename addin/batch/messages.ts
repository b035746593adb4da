import type { Outcome } from "../../shared/define/cells.ts";

export function notAvailable(message: string): Outcome {
  return { error: { code: "#N/A", message } };
}

export function invalid(message: string): Outcome {
  return { error: { code: "#VALUE!", message } };
}

/** What a cell says when the request, not its own arguments, went wrong. */
export const messages = {
  down: (origin: string) =>
    `Lotwise's server does not answer at ${origin}: start it with npm start; the cells then follow by themselves`,
  timeout: (origin: string, ms: number) =>
    `no answer from ${origin} within ${Math.round(ms / 1000)} seconds: the server is busy or the calculation is long; choose Calculate again in the Lotwise pane to ask once more`,
  busy: (origin: string, status: number) =>
    `Lotwise's server at ${origin} is too busy (HTTP ${status}): it is asked again by itself in a while`,
  token: (origin: string) => `Lotwise's server at ${origin} asks for an access token: give it in the Lotwise pane`,
  refused: (origin: string, status: number, detail: string) =>
    `Lotwise's server at ${origin} refused the request (HTTP ${status})${detail && `: ${detail}`}`,
  foreign: (origin: string, status: number) =>
    `what answers at ${origin} is not Lotwise's server (HTTP ${status}, not JSON): check the address and any proxy`,
  malformed: (origin: string, what: string) =>
    `the answer of ${origin} is damaged (${what}): choose Calculate again in the Lotwise pane, and if it stays restart the server`,
  tooLarge: (name: string, bytes: number) =>
    `${name}: the arguments are over ${megabytes(bytes)} MB, the most one call may carry; give it a shorter range, such as B2:B200 in place of a whole column`,
  refusedAsLarge: (name: string) =>
    `${name}: the arguments are larger than Lotwise's server accepts; give it a shorter range, such as B2:B200 in place of a whole column`,
  answerTooLarge: (bytes: number) =>
    `the answer is over ${megabytes(bytes)} MB, more than Excel can take; ask for fewer rows or columns`,
  cancelled: "cancelled",
} as const;

function megabytes(bytes: number): string {
  return String(bytes / 1e6);
}
