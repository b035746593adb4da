import { watchJob as operation } from "../../shared/operations/watch-job.ts";
import type { JobStream } from "../jobs/job.ts";
import { jobText } from "./job-text.ts";
import { missingJob } from "./missing-job.ts";
import type { EventWork, ServerEvent } from "./work.ts";

async function* eventsOf(streams: AsyncIterable<JobStream>): AsyncGenerator<ServerEvent, void, undefined> {
  for await (const job of streams) yield { event: job.view.status, data: jobText(job) };
}

export const watchJob: EventWork = {
  operation,
  async events({ params: { id = "" }, signal }, { jobs }) {
    if (!(await jobs.stream(id))) throw missingJob();
    return eventsOf(jobs.streams(id, signal()));
  },
};
