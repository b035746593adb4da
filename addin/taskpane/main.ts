import { logFault } from "../log-fault.ts";
import { associateCommands } from "./excel/commands.ts";
import { officeHost, thisPage } from "./excel/office-host.ts";

const main = document.querySelector("main")!;

/** Says what is wrong, with a button to try once more. */
function fail(says: string): void {
  const again = document.createElement("button");
  again.textContent = "Load again";
  again.onclick = () => location.reload();
  main.replaceChildren(says, document.createElement("br"), again);
  main.setAttribute("aria-busy", "false");
}

/** Excel's workbook. */
async function excelWorkbook() {
  const { createExcelWorkbook } = await import("../workbook/excel/create-excel-workbook.ts");
  return createExcelWorkbook();
}

async function start(): Promise<void> {
  // The functions are associated before this module runs, so cells calculate while the pane is still on its way.
  const loading = import("./pane.tsx");
  const host = typeof Office === "undefined" ? "outside" : await officeHost(thisPage());
  if (host === "silent") return fail("Excel does not answer this pane.");
  const pane = Promise.all([loading, host === "excel" ? excelWorkbook() : undefined]).then(([{ showPane }, workbook]) =>
    showPane(main, workbook),
  );
  if (host === "excel") associateCommands(pane);
  await pane;
}

start().catch((error: unknown) => {
  logFault(error);
  fail("The pane could not be loaded.");
});
