import { setTimeout as sleep } from "node:timers/promises";
import { jsonOf } from "../../server/compute/packed.ts";
import type { JobHandlers } from "../../server/jobs/job.ts";
import { UserError } from "../../shared/define/errors.ts";

/** Handlers that do what the tests need done, in this process and in child processes. */
export const handlers: JobHandlers = {
  echo: (input) => Promise.resolve(jsonOf(input)),
  steps: async (input, { progress }) => {
    const { steps } = jsonOf(input) as { steps: number };
    for (let step = 1; step <= steps; step++) {
      progress(step / (steps + 1), `step ${step}`);
      await sleep(250);
    }
    return steps;
  },
  wait: async (input, { signal, progress }) => {
    progress(0.5, "waiting\0");
    await sleep((jsonOf(input) as { ms: number }).ms, undefined, { signal });
    return "waited";
  },
  stubborn: async (input) => {
    await sleep((jsonOf(input) as { ms: number }).ms);
    return "too late";
  },
  refuse: () => Promise.reject(new UserError("lead_time_days: must be at least 0", "#NUM!")),
  break: () => Promise.reject(new Error("the secret inside")),
  unspeakable: () => Promise.resolve(10n),
};
