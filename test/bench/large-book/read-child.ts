import { readWorkbookFile } from "../../../server/workbook/read.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";

/** What reading a workbook took. */
export interface Took {
  /** From the file to its cells. */
  readonly parsed: number;
  /** From the file to the plan's request. */
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  /** The most memory that the process ever had, in megabytes. */
  readonly megabytes: number;
  readonly items: number;
}

const [file = ""] = process.argv.slice(2);
const [start, cpu] = [performance.now(), process.cpuUsage()];
const sheets = await readWorkbookFile(file);
const parsed = performance.now() - start;
const { request } = requestFromSheets(sheets, { now: "2026-01-05" });
const { user, system } = process.cpuUsage(cpu);
const took: Took = {
  parsed: parsed / 1e3,
  seconds: (performance.now() - start) / 1e3,
  cpuSeconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1e3,
  items: request.items.length,
};
process.send?.(took, () => process.disconnect());
if (!process.send) console.log(took);
