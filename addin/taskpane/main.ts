import { logFault } from "../log-fault.ts";

const main = document.querySelector("main")!;

/** Excel's workbook; undefined where this page was opened outside Excel. */
async function excelWorkbook() {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return undefined;
  const { createExcelWorkbook } = await import("../workbook/excel/create-excel-workbook.ts");
  return createExcelWorkbook();
}

// The functions are associated before this module runs, so cells calculate while the pane is still on its way.
Promise.all([import("./pane.tsx"), typeof Office === "undefined" ? undefined : excelWorkbook()])
  .then(([{ showPane }, workbook]) => showPane(main, workbook))
  .catch((error: unknown) => {
    logFault(error);
    main.textContent = "The pane could not be loaded. Close it and open it again.";
  });
