import { watchJob as operation } from "../../shared/operations/watch-job.ts";
import type { JobView } from "../../shared/operations/job-schema.ts";
import { missingJob } from "./missing-job.ts";
import type { EventWork, ServerEvent } from "./work.ts";

async function* eventsOf(views: AsyncIterable<JobView>): AsyncGenerator<ServerEvent, void, undefined> {
  for await (const view of views) yield { event: view.status, data: view };
}

export const watchJob: EventWork = {
  operation,
  async events({ params: { id = "" }, signal }, { jobs }) {
    if (!(await jobs.get(id))) throw missingJob();
    return eventsOf(jobs.events(id, signal()));
  },
};
