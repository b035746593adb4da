import { answersFrom, type Answers } from "../../../shared/tables/questions.ts";
import type { WorkbookPort } from "../../workbook/port.ts";
import { correctionsFrom } from "../reader/corrections.ts";
import type { Wishes } from "../reader/reader.ts";
import { settingsFrom } from "../settings/settings.ts";

/** What the buyer says of his tables, as a workbook remembers it. */
export type Remembered = Omit<Wishes, "today">;

interface Memory<T> {
  /** Its name in the workbook. */
  readonly key: string;
  /** Reads it back, whatever version wrote it; what is not understood is forgotten. */
  read(text: string | undefined): T;
}

const MEMORIES: { readonly [Name in keyof Remembered]: Memory<Remembered[Name]> } = {
  corrections: { key: "lotwise.tables", read: correctionsFrom },
  settings: { key: "lotwise.settings", read: settingsFrom },
  answers: { key: "lotwise.answers", read: rememberedAnswers },
};

function rememberedAnswers(text: string | undefined): Answers {
  try {
    return answersFrom(JSON.parse(text ?? "{}")) ?? {};
  } catch {
    return {};
  }
}

/** What a workbook that remembers nothing comes to. */
export const NOTHING_REMEMBERED: Remembered = {
  corrections: {},
  settings: settingsFrom(undefined),
  answers: {},
};

export async function remembered(port: Pick<WorkbookPort, "remembered">): Promise<Remembered> {
  const { corrections, settings, answers } = MEMORIES;
  return {
    corrections: corrections.read(await port.remembered(corrections.key)),
    settings: settings.read(await port.remembered(settings.key)),
    answers: answers.read(await port.remembered(answers.key)),
  };
}

/** Remembers with the workbook what is named. */
export async function remember(port: Pick<WorkbookPort, "remember">, change: Partial<Remembered>): Promise<void> {
  const names = Object.keys(change) as (keyof Remembered)[];
  await Promise.all(names.map((name) => port.remember(MEMORIES[name].key, JSON.stringify(change[name]))));
}
