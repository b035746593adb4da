import { UserError } from "../../../shared/define/errors.ts";

/** What went wrong, in the buyer's words, and what to do next. */
export interface Trouble {
  readonly title: string;
  readonly detail: string;
}

/** The server did not answer at all. */
export class NoServer extends Error {}

/** The server answered that it could not do it (problem+json). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** The buyer stopped it. */
export class Cancelled extends Error {}

/** Work fails for trouble that is explained already. */
export class Explained extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.title);
  }
}

/** What the buyer can do about an answer of the server, where its own sentence does not say so. */
const NEXT: Readonly<Record<number, string>> = {
  413: "Plan fewer items at a time: put some of them on a sheet of another workbook.",
  429: "Wait a minute and try again.",
  503: "Wait a minute and try again.",
};

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

/** What to do where the server does not answer: a buyer starts the own machine's, and asks about another. */
export const wakeServer = (origin: string): string =>
  /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin)
    ? "Start it with npm start in Lotwise's folder"
    : "Ask whoever runs your Lotwise server";

/** Turns anything thrown into what the pane says. A fault of ours is logged, and shown as its reference alone. */
export function troubleOf(
  error: unknown,
  { origin, logFault }: { readonly origin: string; logFault(error: unknown): string },
): Trouble {
  if (error instanceof Explained) return error.trouble;
  if (error instanceof NoServer)
    return {
      title: "The server does not answer",
      detail: `Nothing answers at ${origin}. ${wakeServer(origin)}, then try again. Formulas such as EOQ go on without it.`,
    };
  if (error instanceof Refused && error.status === 401)
    return { title: "The server asks who you are", detail: "Give your access token above, then try again." };
  if (error instanceof Refused)
    return { title: error.title, detail: [sentence(error.detail), NEXT[error.status]].filter(Boolean).join(" ") };
  if (error instanceof UserError) return { title: "This needs a change first", detail: sentence(error.message) };
  return {
    title: "Something went wrong on our side",
    detail: `Try again. If it happens once more, report the reference ${logFault(error)}, under which the console shows more.`,
  };
}
