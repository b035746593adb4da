import { z } from "zod";
import type { Immutable } from "../define/immutable.ts";

const statusSchema = z.enum(["queued", "running", "done", "failed", "cancelled"]);
export type JobStatus = z.infer<typeof statusSchema>;

const errorSchema = z.object({
  code: z.string().describe("A worksheet error such as #N/A, where the user can do something about it.").optional(),
  message: z.string().describe("What went wrong."),
});
export type JobError = Immutable<z.infer<typeof errorSchema>>;

/** What the outside sees of a job. */
export const jobSchema = z
  .object({
    id: z.string().meta({ format: "uuid" }),
    status: statusSchema,
    progress: z.number().min(0).max(1).describe("How far it is, 0 to 1."),
    message: z.string().describe("What it is doing."),
    details: z
      .unknown()
      .describe("What it shows of its work beside that, such as a training its loss curve so far.")
      .optional(),
    result: z.unknown().describe("Only of a job that is done: what the request would have answered.").optional(),
    error: errorSchema.describe("Only of a failed job.").optional(),
  })
  .meta({ id: "Job" });
export type JobView = Immutable<z.infer<typeof jobSchema>>;
