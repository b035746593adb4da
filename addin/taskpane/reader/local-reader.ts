import { dayNumber } from "../../../shared/calendar/dates.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { findAllTables, type FoundTable, type TablesFound } from "../../../shared/tables/find-tables.ts";
import { OpenQuestionError } from "../../../shared/tables/no-history.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import { optionsOf } from "../settings/settings.ts";
import { correctedTables } from "./corrected-tables.ts";
import type { Look, Reader, Wishes } from "./reader.ts";
import { skuInRow } from "./sku-in-row.ts";
import { tableView } from "./table-view.ts";

/** The reader in this very thread: what its own thread runs, and tests. */
export function localReader(): Reader {
  let sheets: readonly Sheet[] = [];
  let found: TablesFound = { tables: [], unused: [], unread: [] };
  let tables: readonly FoundTable[] = [];

  function request({ settings, answers, today }: Wishes): Pick<Look, "made" | "questions" | "missing"> {
    try {
      const options = {
        ...optionsOf(settings),
        now: today,
        tables,
        unused: found.unused,
        unread: found.unread,
        answers,
      };
      const made = requestFromSheets(sheets, options);
      return { made, questions: made.findings.questions, missing: "" };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const made = { refused: error.message, code: error.code };
      if (error instanceof OpenQuestionError) return { made, questions: [error.question], missing: "" };
      return { made, questions: [], missing: error.message };
    }
  }

  return {
    find(taken, today) {
      sheets = taken;
      found = findAllTables(sheets, dayNumber(today));
      tables = found.tables;
      return Promise.resolve();
    },
    look(wishes) {
      tables = correctedTables(sheets, wishes.corrections, found.tables);
      const leftOut = found.unused.map(({ sheet, range, what }) => `${sheet}, ${range}: ${what}`);
      return Promise.resolve({ views: tables.map(tableView), leftOut, ...request(wishes) });
    },
    skuInRow(of, row) {
      const sheet = typeof of === "string" ? sheets.find(({ name }) => name === of) : of;
      return Promise.resolve(sheet && skuInRow(sheet, row, tables));
    },
  };
}
