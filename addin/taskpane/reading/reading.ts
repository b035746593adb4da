import type { Field, TableRole } from "../../../shared/tables/fields.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { answersFrom, type Answers } from "../../../shared/tables/questions.ts";
import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import { withoutOwnSheets } from "../../../shared/tables/own-sheets.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { WorkbookPort } from "../../workbook/port.ts";
import { breath } from "../reader/breath.ts";
import type { Look, Reader } from "../reader/reader.ts";
import { chooseColumn, chooseSheet, correctionsFrom, type Corrections } from "../reader/corrections.ts";
import { settingsFrom, type SettingName, type SettingsText } from "../settings/settings.ts";
import { createStore, type Store } from "../view/store.ts";
import type { Trouble } from "../work/trouble.ts";

const CORRECTIONS = "lotwise.tables";
const SETTINGS = "lotwise.settings";
const ANSWERS = "lotwise.answers";

export interface ReadingState extends Omit<Look, "made"> {
  readonly status: "idle" | "reading" | "ready" | "failed";
  /** 0 to 1, while reading. */
  readonly share: number;
  /** All sheets, those that Lotwise wrote too. */
  readonly all: readonly Sheet[];
  /** The buyer's own sheets. */
  readonly sheets: readonly Sheet[];
  readonly corrections: Corrections;
  readonly made: Look["made"] | undefined;
  readonly answers: Answers;
  readonly settings: SettingsText;
  readonly trouble: Trouble | undefined;
}

export interface ReadingParts {
  readonly port: WorkbookPort;
  readonly reader: Reader;
  /** The real date, ISO. */
  today(): string;
  explain(error: unknown): Trouble;
}

/** The workbook as it was last read, with the tables found in it, the buyer's corrections and settings. */
export interface Reading {
  readonly store: Store<ReadingState>;
  /** Reads everything again. Never throws: what went wrong is in the state. */
  read(): Promise<void>;
  chooseSheet(role: TableRole, sheet: string | undefined): Promise<void>;
  chooseColumn(role: TableRole, field: Field, header: string): Promise<void>;
  change(setting: SettingName, text: string): Promise<void>;
  /** Answers a question; remembered with the workbook, for every sheet of the same layout. */
  answer(question: string, answer: string): Promise<void>;
  /** Forgets all answers. */
  askAgain(): Promise<void>;
  /** The SKU in a row of a sheet that was read, or of the one given. */
  skuInRow(sheet: string | Sheet, row: number): Promise<string | undefined>;
  /** Resolves when what is being read has been, and was looked at by the newest settings, corrections and answers. */
  settled(): Promise<void>;
  /** The plan's request of what was read, as it was last looked at. Throws a `UserError` where there is none. */
  request(): SheetRequest;
}

export function createReading({ port, reader, today, explain }: ReadingParts): Reading {
  const store = createStore<ReadingState>({
    status: "idle",
    share: 0,
    all: [],
    sheets: [],
    views: [],
    corrections: {},
    questions: [],
    leftOut: [],
    missing: "",
    made: undefined,
    answers: {},
    settings: settingsFrom(undefined),
    trouble: undefined,
  });
  /** Looks come one after another, so that the newest wishes have the last word. */
  let looking: Promise<void> = Promise.resolve();

  /** Looks at the tables by what the buyer says of them now. */
  const look = (): Promise<void> => {
    looking = looking
      .catch(() => undefined)
      .then(async () => {
        const { corrections, settings, answers } = store.get();
        store.set(await reader.look({ corrections, settings, answers, today: today() }));
      });
    return looking;
  };
  /** Changes what the buyer says of his tables, and remembers it with the workbook. */
  const change = async (change: Partial<ReadingState>, key: string, remembered: unknown): Promise<void> => {
    store.set(change);
    const looked = store.get().status === "ready" ? look() : undefined;
    // Remembered at once: the pane may be closed before the tables have been looked at.
    await Promise.all([port.remember(key, JSON.stringify(remembered)), looked]);
  };
  const correct = (corrections: Corrections): Promise<void> => change({ corrections }, CORRECTIONS, corrections);
  const answerAll = (answers: Answers): Promise<void> => change({ answers }, ANSWERS, answers);

  let reads: Promise<void> = Promise.resolve();
  async function readAll(): Promise<void> {
    store.set({ status: "reading", share: 0, trouble: undefined });
    try {
      const all = await port.readSheets((share) => store.set({ share }));
      await breath();
      const sheets = withoutOwnSheets(all);
      const corrections = correctionsFrom(await port.remembered(CORRECTIONS));
      const settings = settingsFrom(await port.remembered(SETTINGS));
      const answers = rememberedAnswers(await port.remembered(ANSWERS));
      await reader.find(sheets, today());
      store.set({ all, sheets, settings, answers, corrections });
      await look();
      store.set({ status: "ready", share: 1 });
    } catch (error) {
      store.set({ status: "failed", trouble: explain(error) });
    }
  }

  return {
    store,
    read: () => (reads = readAll()),
    chooseSheet: (role, sheet) => correct(chooseSheet(store.get().corrections, role, sheet)),
    chooseColumn: (role, field, header) => correct(chooseColumn(store.get().corrections, role, field, header)),
    change(setting, text) {
      const settings = { ...store.get().settings, [setting]: text };
      return change({ settings }, SETTINGS, settings);
    },
    answer: (question, answer) => answerAll({ ...store.get().answers, [question]: answer }),
    askAgain: () => answerAll({}),
    skuInRow: (sheet, row) => reader.skuInRow(sheet, row),
    async settled() {
      await reads;
      await looking;
    },
    request() {
      const { made } = store.get();
      if (made === undefined) throw new UserError("the workbook has not been read yet");
      if ("refused" in made) throw new UserError(made.refused, made.code);
      return made;
    },
  };
}

/** Answers as remembered with a workbook; what is not understood is forgotten. */
function rememberedAnswers(remembered: string | undefined): Answers {
  try {
    return answersFrom(JSON.parse(remembered ?? "{}")) ?? {};
  } catch {
    return {};
  }
}
