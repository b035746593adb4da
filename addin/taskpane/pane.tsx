import { createRoot } from "react-dom/client";
import { logFault } from "../log-fault.ts";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import type { WorkbookPort } from "../workbook/port.ts";
import { App } from "./shell/app.tsx";
import { createAccess } from "./server/access.ts";
import { createPane, type Pane } from "./shell/pane.ts";
import { createServer } from "./server/server.ts";
import { threadReader } from "./reader/thread-reader.ts";

/** Today on the buyer's own calendar. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Fills the pane; without a workbook it shows the functions alone and says where the rest is. */
export async function showPane(main: HTMLElement, port: WorkbookPort | undefined): Promise<Pane> {
  const access = createAccess((url, init) => fetch(url, init));
  const server = createServer({ origin: location.origin, fetch: access.fetch });
  const pane = await createPane({ port, reader: threadReader(), server, access, reorderSheets, today, logFault });
  createRoot(main).render(<App pane={pane} />);
  main.setAttribute("aria-busy", "false");
  void access.check();
  return pane;
}
