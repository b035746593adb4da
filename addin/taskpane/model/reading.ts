import type { Field, TableRole } from "../../../shared/tables/fields.ts";
import { dayNumber } from "../../../shared/calendar/dates.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { findAllTables, type FoundTable, type TablesFound } from "../../../shared/tables/find-tables.ts";
import { OpenQuestionError } from "../../../shared/tables/no-history.ts";
import { answersFrom, type Answers, type Question } from "../../../shared/tables/questions.ts";
import { requestFromSheets, type SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import { withoutOwnSheets } from "../../../shared/tables/own-sheets.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { WorkbookPort } from "../../workbook/port.ts";
import { breath } from "./breath.ts";
import { chooseColumn, chooseSheet, correctedTables, correctionsFrom, type Corrections } from "./corrections.ts";
import { optionsOf, settingsFrom, type SettingName, type SettingsText } from "./settings.ts";
import { createStore, type Store } from "./store.ts";
import { tableView, type TableView } from "./table-view.ts";
import type { Trouble } from "./trouble.ts";

const CORRECTIONS = "lotwise.tables";
const SETTINGS = "lotwise.settings";
const ANSWERS = "lotwise.answers";
const NOTHING: TablesFound = { tables: [], unused: [] };

export interface ReadingState {
  readonly status: "idle" | "reading" | "ready" | "failed";
  /** 0 to 1, while reading. */
  readonly share: number;
  /** All sheets, those that Lotwise wrote too. */
  readonly all: readonly Sheet[];
  /** The buyer's own sheets. */
  readonly sheets: readonly Sheet[];
  readonly tables: readonly FoundTable[];
  readonly views: readonly TableView[];
  readonly corrections: Corrections;
  /** What the workbook leaves open, with what is assumed meanwhile. */
  readonly questions: readonly Question[];
  /** A line for each part of the workbook that no plan is made of. */
  readonly leftOut: readonly string[];
  /** Why nothing can be planned: what was seen and what is missing; "" where something can. */
  readonly missing: string;
  readonly answers: Answers;
  readonly settings: SettingsText;
  readonly trouble: Trouble | undefined;
}

export interface ReadingParts {
  readonly port: WorkbookPort;
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
  /** The plan's request of what was read; made once for the same sheets, tables and settings. */
  request(): SheetRequest;
}

export function createReading({ port, today, explain }: ReadingParts): Reading {
  const store = createStore<ReadingState>({
    status: "idle",
    share: 0,
    all: [],
    sheets: [],
    tables: [],
    views: [],
    corrections: {},
    questions: [],
    leftOut: [],
    missing: "",
    answers: {},
    settings: settingsFrom(undefined),
    trouble: undefined,
  });
  let made:
    | {
        readonly of: ReadingState["tables"];
        readonly by: SettingsText;
        readonly answers: Answers;
        readonly request: SheetRequest;
      }
    | undefined;
  let found = NOTHING;

  const tablesOf = (sheets: readonly Sheet[], corrections: Corrections) => {
    const tables = correctedTables(sheets, corrections, found.tables);
    return { corrections, tables, views: tables.map(tableView) };
  };
  const correct = async (corrections: Corrections): Promise<void> => {
    store.set(tablesOf(store.get().sheets, corrections));
    store.set(look());
    await port.remember(CORRECTIONS, JSON.stringify(corrections));
  };

  const request = (): SheetRequest => {
    const { sheets, tables, settings, answers } = store.get();
    if (made?.of !== tables || made.by !== settings || made.answers !== answers) {
      const options = { ...optionsOf(settings), now: today(), tables, unused: found.unused, answers };
      made = { of: tables, by: settings, answers, request: requestFromSheets(sheets, options) };
    }
    return made.request;
  };
  /** What the reading asks, leaves out and lacks, with the tables as they stand. */
  const look = (): Pick<ReadingState, "questions" | "leftOut" | "missing"> => {
    const leftOut = found.unused.map(({ sheet, range, what }) => `${sheet}, ${range}: ${what}`);
    try {
      return { questions: request().findings.questions, leftOut, missing: "" };
    } catch (error) {
      if (error instanceof OpenQuestionError) return { questions: [error.question], leftOut, missing: "" };
      return { questions: [], leftOut, missing: error instanceof UserError ? error.message : "" };
    }
  };
  const answerAll = async (answers: Answers): Promise<void> => {
    store.set({ answers });
    store.set(look());
    await port.remember(ANSWERS, JSON.stringify(answers));
  };

  return {
    store,
    async read() {
      store.set({ status: "reading", share: 0, trouble: undefined });
      try {
        const all = await port.readSheets((share) => store.set({ share }));
        await breath();
        const sheets = withoutOwnSheets(all);
        const corrections = correctionsFrom(await port.remembered(CORRECTIONS));
        const settings = settingsFrom(await port.remembered(SETTINGS));
        const answers = rememberedAnswers(await port.remembered(ANSWERS));
        found = findAllTables(sheets, dayNumber(today()));
        store.set({ all, sheets, settings, answers, ...tablesOf(sheets, corrections) });
        store.set({ status: "ready", share: 1, ...look() });
      } catch (error) {
        store.set({ status: "failed", trouble: explain(error) });
      }
    },
    chooseSheet: (role, sheet) => correct(chooseSheet(store.get().corrections, role, sheet)),
    chooseColumn: (role, field, header) => correct(chooseColumn(store.get().corrections, role, field, header)),
    async change(setting, text) {
      const settings = { ...store.get().settings, [setting]: text };
      store.set({ settings });
      await port.remember(SETTINGS, JSON.stringify(settings));
    },
    answer: (question, answer) => answerAll({ ...store.get().answers, [question]: answer }),
    askAgain: () => answerAll({}),
    request,
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
