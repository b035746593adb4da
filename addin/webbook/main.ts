import { registerBulk } from "../workbook/grid/bulk-plugin.ts";
import { systemClock } from "../batch/clock.ts";
import { createRecovery } from "../batch/recovery.ts";
import { createBatcher } from "../batch/batcher.ts";
import { fetchWithToken } from "../batch/fetch-with-token.ts";
import { logFault } from "../log-fault.ts";
import type { FunctionsMetadata } from "../../shared/define/metadata.ts";
import { registerExcelFunctions } from "./excel-functions/index.ts";
import { registerSignedBases } from "./excel-functions/power-plugin.ts";
import { registerFunctions } from "./lotwise-functions/register.ts";
import { createServerCells } from "./lotwise-functions/server-cells.ts";
import { registerCharts } from "./page/charts.ts";
import { byId } from "./page/element.ts";
import { GridView } from "./page/grid-view.ts";
import { PaneFrame } from "./page/pane-frame.ts";
import { showState } from "./page/state.ts";
import { splitter } from "./page/splitter.ts";
import { Workbooks, type Shown } from "./page/workbooks.ts";

declare global {
  /** The workbook on the page, for scripts and the console. */
  var lotwise: { readonly model: Shown["model"]; readonly waiting: number } | undefined;
}

async function start(): Promise<void> {
  splitter();
  const fetched = (address: string): Promise<Response> => fetch(address);
  const [templates, metadata] = await Promise.all([
    fetched("/vendor/o-spreadsheet/o_spreadsheet.xml").then((response) => response.text()),
    fetched("/functions.json").then((response) => response.json() as Promise<FunctionsMetadata>),
  ]);
  let shown: Shown | undefined;
  const recovery = createRecovery({
    clock: systemClock,
    healthy: async () => (await fetch("/health")).ok,
    calculateAgain: async () => recalculate(),
  });
  const batcher = createBatcher({ origin: location.origin, fetch: fetchWithToken, recovery });
  const server = createServerCells(batcher, {
    evaluate(cells) {
      const { getters, dispatch } = shown!.model;
      const cellIds = cells.flatMap((cell) => (getters.tryGetSheet(cell.sheetId) && getters.getCell(cell)?.id) ?? []);
      if (cellIds.length > 0) dispatch("EVALUATE_CELLS", { cellIds });
    },
    changed({ waiting, failed }) {
      if (waiting > 0) showState("busy", `Calculating ${waiting === 1 ? "1 answer" : `${waiting} answers`}…`);
      else if (failed > 0) showState("failed", `${failed === 1 ? "1 answer is" : `${failed} answers are`} missing`);
      else showState("ready", "All answers in");
    },
  });
  registerExcelFunctions();
  registerSignedBases();
  registerBulk();
  registerCharts();
  registerFunctions(metadata.functions, server);

  const view = new GridView(templates);
  const recalculate = (): void => {
    if (server.forgetFailures()) shown?.model.dispatch("EVALUATE_CELLS", {});
  };
  const pane = new PaneFrame("/pane.html", localStorage, recalculate);
  const workbooks = new Workbooks(async (next) => {
    shown = next;
    globalThis.lotwise = {
      model: next.model,
      get waiting() {
        return server.waiting;
      },
    };
    await view.show(next.model);
    pane.show(next.model);
  });
  byId("recalculate").onclick = recalculate;
  addEventListener("keydown", (event) => {
    if (event.key !== "F9") return;
    event.preventDefault();
    recalculate();
  });
  await workbooks.openToyShop();
}

start().catch((error: unknown) => {
  byId("grid").textContent = `The workbook could not start (${logFault(error)}): reload the page.`;
});
