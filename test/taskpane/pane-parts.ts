import { localReader } from "../../addin/taskpane/reader/local-reader.ts";
import { createAccess } from "../../addin/taskpane/server/access.ts";
import type { Server } from "../../addin/taskpane/server/server.ts";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import type { WorkbookPort } from "../../addin/workbook/port.ts";

/** What a pane is made of here: a reader in this thread, no network, and a Monday in September. */
export const paneParts = <P extends WorkbookPort, S extends Server>(port: P, server: S) => ({
  port,
  server,
  reader: localReader(),
  access: createAccess(() => Promise.reject(new Error("no network here"))),
  reorderSheets,
  today: () => "2026-09-28",
  logFault: () => "addin-1",
});
