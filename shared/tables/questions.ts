/** One answer to a question, with what follows from it. */
export interface Choice {
  readonly answer: string;
  /** What it means and what it leads to. */
  readonly says: string;
}

/** Where two readings are open: what is asked, what can be answered and what was assumed meanwhile. */
export interface Question {
  /** The same for the same layout, so that an answer holds for the next export of the same system. */
  readonly id: string;
  readonly sheet: string;
  /** Names the sheet or the headers concerned. */
  readonly about: string;
  readonly choices: readonly Choice[];
  /** The answer that was assumed; null where nothing was planned on it. */
  readonly taken: string | null;
}

/** Answers by the questions' ids, as they are remembered with a workbook or given as a file. */
export type Answers = Readonly<Record<string, string>>;

/** Answers as read from a file or a workbook's memory; undefined where it holds something else. */
export function answersFrom(value: unknown): Answers | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const own = Object.entries(value);
  return own.every(([, answer]) => typeof answer === "string") ? (Object.fromEntries(own) as Answers) : undefined;
}
