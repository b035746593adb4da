import { cancelJob as operation } from "../../shared/operations/cancel-job.ts";
import { missingJob } from "./missing-job.ts";
import type { OwnWork } from "./work.ts";

export const cancelJob: OwnWork = {
  operation,
  async answer({ params: { id = "" } }, { jobs }) {
    const view = await jobs.cancel(id);
    if (!view) throw missingJob();
    return view;
  },
};
