import type { Jobs } from "../../jobs/jobs.ts";
import { startSchedule } from "../../jobs/schedule.ts";
import type { Log } from "../../storage/log.ts";
import { RETRAIN } from "./models.ts";
import { readModels, staleModels } from "./store.ts";

const NAME = "retraining";

/** Trains models anew on a schedule, those whose table has changed; nothing runs while there is no model. */
export class Retraining {
  readonly #jobs: Jobs;
  readonly #cron: string;
  readonly #log: Log;
  #started: Promise<(() => Promise<void>) | undefined> | undefined;

  /** `cron` is a cron expression of five fields, or "off". */
  constructor(jobs: Jobs, cron: string, log: Log) {
    this.#jobs = jobs;
    this.#cron = cron;
    this.#log = log;
  }

  /** Begins where there is a model; called again when there may be one. Never rejects. */
  async start(): Promise<void> {
    if (this.#cron === "off" || this.#started !== undefined) return;
    const starting = this.#start();
    this.#started = starting;
    // Without a model, or after a failure, the next call tries again.
    if ((await starting) === undefined && this.#started === starting) this.#started = undefined;
  }

  async #start(): Promise<(() => Promise<void>) | undefined> {
    try {
      const database = await this.#jobs.database();
      if (database === undefined || (await readModels(database)).length === 0) return undefined;
      const schedule = { cron: this.#cron, work: () => this.run() };
      return await startSchedule(database, NAME, schedule, this.#log);
    } catch (error) {
      this.#log.error({ err: error }, "the schedule of trainings could not be started");
      return undefined;
    }
  }

  /** Has every model trained whose table has changed. */
  async run(): Promise<void> {
    const database = await this.#jobs.database();
    if (database === undefined) return;
    for (const name of await staleModels(database)) await this.#jobs.submit(RETRAIN, { name });
  }

  /** Ends the schedule; call it before the jobs are stopped. */
  async stop(): Promise<void> {
    await (
      await this.#started
    )?.();
  }
}
