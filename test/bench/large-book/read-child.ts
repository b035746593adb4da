import { readOnThread } from "../../../server/cli/reorder/reading/thread.ts";
import { peakMegabytes } from "../../harness/peak-memory.ts";

/** What reading a workbook took, as the command line does it: from the file to the plan's request. */
export interface Took {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  /** The most memory that the process ever had, in megabytes. */
  readonly megabytes: number;
  readonly items: number;
}

const [input = ""] = process.argv.slice(2);
const [start, cpu] = [performance.now(), process.cpuUsage()];
const { request } = await readOnThread({ input, options: { now: "2026-01-05", answers: undefined } });
const { user, system } = process.cpuUsage(cpu);
const took: Took = {
  seconds: (performance.now() - start) / 1e3,
  cpuSeconds: (user + system) / 1e6,
  megabytes: peakMegabytes(),
  items: request.items.length,
};
process.send?.(took, () => process.disconnect());
