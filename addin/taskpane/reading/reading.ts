import type { Field } from "../../../shared/tables/fields/index.ts";
import type { TableRole } from "../../../shared/tables/kinds/index.ts";
import { UserError } from "../../../shared/define/errors.ts";
import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import { withoutOwnSheets } from "../../../shared/tables/own-sheets.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { InSteps, WorkbookPort } from "../../workbook/port.ts";
import { breath } from "../reader/breath.ts";
import type { Look, Reader } from "../reader/reader.ts";
import { chooseColumn, chooseSheet } from "../reader/corrections.ts";
import type { SettingName } from "../settings/settings.ts";
import { count, english } from "../view/money.ts";
import { createStore, type Store } from "../view/store.ts";
import { createRunner, type Run } from "../work/run-work.ts";
import { Cancelled, type Trouble } from "../work/trouble.ts";
import { NOTHING_REMEMBERED, remember, remembered, type Remembered } from "./remembered.ts";

export interface ReadingState extends Omit<Look, "made">, Remembered {
  /** "stopped": the buyer gave the reading up, and nothing is there to look at. */
  readonly status: "idle" | "reading" | "ready" | "failed" | "stopped";
  /** While reading: from 0 to 1, and what is at hand. */
  readonly share: number;
  readonly says: string;
  /** All sheets, those that Lotwise wrote too. */
  readonly all: readonly Sheet[];
  /** The buyer's own sheets. */
  readonly sheets: readonly Sheet[];
  readonly made: Look["made"] | undefined;
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
  /** Gives up what is being read. */
  cancel(): void;
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

const NOTHING_READ = { all: [], sheets: [], views: [], questions: [], leftOut: [], made: undefined } as const;

const UNREAD: ReadingState = {
  ...NOTHING_REMEMBERED,
  ...NOTHING_READ,
  status: "idle",
  share: 0,
  says: "",
  missing: "",
  trouble: undefined,
};

/** What is shown of a reading on its way and at its end. */
const SHOWN = {
  begins: { status: "reading", share: 0, says: "Reading the workbook" },
  fails: { status: "failed" },
  cancelled: { ...NOTHING_READ, status: "stopped" },
} as const;

/** Half of the reading, from a share on: told sheet by sheet, and stopped with it. */
const half = ({ signal, show }: Run<ReadingState>, says: string, from: number): InSteps => ({
  signal,
  progress: ({ sheet, done, rows, share }) =>
    show({ share: from + share / 2, says: `${says} sheet ${sheet}, ${english(done)} of ${count(rows, "row")}` }),
});

export function createReading({ port, reader, today, explain }: ReadingParts): Reading {
  const store = createStore(UNREAD);
  const { run, cancel } = createRunner(store, explain);
  let reads: Promise<void> = Promise.resolve();
  /** Looks come one after another, so that the newest wishes have the last word. */
  let looks: Promise<void> = Promise.resolve();

  /** Looks at the tables by what the buyer says of them now. */
  const look = (): Promise<void> => {
    looks = looks
      .catch(() => undefined)
      .then(async () => {
        const { corrections, settings, answers } = store.get();
        store.set(await reader.look({ corrections, settings, answers, today: today() }));
      });
    return looks;
  };

  async function readAll(reading: Run<ReadingState>): Promise<Partial<ReadingState>> {
    const all = await port.readSheets(half(reading, "Reading", 0));
    await breath();
    const sheets = withoutOwnSheets(all);
    const said = await remembered(port);
    await reader.find(sheets, today(), half(reading, "Looking through", 0.5));
    if (reading.signal.aborted) throw new Cancelled();
    store.set({ all, sheets, ...said });
    await look();
    return { status: "ready", share: 1 };
  }

  /** Changes what the buyer says of his tables. */
  const say = async (change: Partial<Remembered>): Promise<void> => {
    store.set(change);
    const looked = store.get().status === "ready" ? look() : undefined;
    // Remembered at once: the pane may be closed before the tables have been looked at.
    await Promise.all([remember(port, change), looked]);
  };

  return {
    store,
    read: () => (reads = run({ ...SHOWN, do: readAll })),
    cancel,
    chooseSheet: (...choice) => say({ corrections: chooseSheet(store.get().corrections, ...choice) }),
    chooseColumn: (...choice) => say({ corrections: chooseColumn(store.get().corrections, ...choice) }),
    change: (setting, text) => say({ settings: { ...store.get().settings, [setting]: text } }),
    answer: (question, answer) => say({ answers: { ...store.get().answers, [question]: answer } }),
    askAgain: () => say({ answers: {} }),
    skuInRow: (sheet, row) => reader.skuInRow(sheet, row),
    async settled() {
      await reads;
      await looks;
    },
    request: () => requestOf(store.get()),
  };
}

function requestOf({ made }: ReadingState): SheetRequest {
  if (made === undefined) throw new UserError("the workbook has not been read yet");
  if ("refused" in made) throw new UserError(made.refused, made.code);
  return made;
}
