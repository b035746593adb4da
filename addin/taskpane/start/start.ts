import type { WorkbookPort } from "../../workbook/port.ts";
import type { Reading } from "../reading/reading.ts";
import type { Trouble } from "../work/trouble.ts";

/** What a workbook that has nothing to plan from yet is started with. */
export interface Start {
  readonly port: WorkbookPort;
  readonly reading: Reading;
  explain(error: unknown): Trouble;
  /** Leaves the first screen for good. */
  begin(): Promise<void>;
}
