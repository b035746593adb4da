import { getJob as operation } from "../../shared/operations/get-job.ts";
import { missingJob } from "./missing-job.ts";
import type { OwnWork } from "./work.ts";

export const getJob: OwnWork = {
  operation,
  async answer({ params: { id = "" } }, { jobs }) {
    const view = await jobs.get(id);
    if (!view) throw missingJob();
    return view;
  },
};
