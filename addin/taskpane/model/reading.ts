import type { Field, TableRole } from "../../../shared/tables/fields.ts";
import type { FoundTable } from "../../../shared/tables/find-tables.ts";
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
    settings: settingsFrom(undefined),
    trouble: undefined,
  });
  let made:
    { readonly of: ReadingState["tables"]; readonly by: SettingsText; readonly request: SheetRequest } | undefined;

  const tablesOf = (sheets: readonly Sheet[], corrections: Corrections) => {
    const tables = correctedTables(sheets, corrections);
    return { corrections, tables, views: tables.map(tableView) };
  };
  const correct = async (corrections: Corrections): Promise<void> => {
    store.set(tablesOf(store.get().sheets, corrections));
    await port.remember(CORRECTIONS, JSON.stringify(corrections));
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
        store.set({ status: "ready", share: 1, all, sheets, settings, ...tablesOf(sheets, corrections) });
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
    request() {
      const { sheets, tables, settings } = store.get();
      if (made?.of !== tables || made.by !== settings) {
        const options = { ...optionsOf(settings), now: today(), tables };
        made = { of: tables, by: settings, request: requestFromSheets(sheets, options) };
      }
      return made.request;
    },
  };
}
