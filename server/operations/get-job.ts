import { getJob as operation } from "../../shared/operations/get-job.ts";
import { jobText } from "./job-text.ts";
import { missingJob } from "./missing-job.ts";
import type { OwnWork } from "./work.ts";

export const getJob: OwnWork = {
  operation,
  async answer({ params: { id = "" } }, { jobs }) {
    const job = await jobs.stream(id);
    if (!job) throw missingJob();
    return jobText(job);
  },
};
