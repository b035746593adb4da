import type { JobError, JobStatus, JobView } from "../../jobs/job.ts";
import { amount, object, ref, text, type Schema } from "./schema.ts";

const statuses: Readonly<Record<JobStatus, true>> = {
  queued: true,
  running: true,
  done: true,
  failed: true,
  cancelled: true,
};

const error = {
  code: text("A worksheet error such as #N/A, where the user can do something about it."),
  message: text("What went wrong."),
} satisfies Readonly<Record<keyof JobError, Schema>>;

const view = {
  id: { type: "string", format: "uuid" },
  status: { enum: Object.keys(statuses) },
  progress: { ...amount("How far it is, 0 to 1."), minimum: 0, maximum: 1 },
  message: text("What it is doing."),
  details: { type: "object", description: "Only of a training: its loss curve so far." },
  result: {
    anyOf: [ref("Plan"), ref("Replay"), ref("TrainingResult")],
    description: "Only of a job that is done: what the request would have answered.",
  },
  error: { ...object(error, ["code"]), description: "Only of a failed job." },
} satisfies Readonly<Record<keyof JobView, Schema>>;

export const jobSchemas: Readonly<Record<string, Schema>> = { Job: object(view, ["details", "result", "error"]) };
