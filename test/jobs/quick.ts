import type { JobLimits } from "../../server/jobs/job.ts";

/** Limits with which a test need not wait long. */
export const quick: Partial<JobLimits> = { beatMs: 200, staleMs: 1500, pollMs: 200, stopMs: 300, queued: 4 };
