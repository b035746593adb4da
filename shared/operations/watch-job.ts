import { jobSchema } from "./job-schema.ts";
import { defineOperation } from "./operation.ts";

export const watchJob = defineOperation({
  id: "watchJob",
  kind: "events",
  method: "get",
  path: "/v1/jobs/{id}/events",
  tag: "Jobs",
  summary: "Streams a job's progress until it ends",
  description: "Server-sent events: each one's name is the job's status, its data the job as JSON.",
  parameters: { id: "The job's id, from the Location that started it." },
  answer: { schema: jobSchema, description: "The stream; it ends with the job." },
  tool: false,
  roles: ["viewer", "buyer"],
});
