import { jobSchema } from "./job-schema.ts";
import { defineOperation } from "./operation.ts";

export const cancelJob = defineOperation({
  id: "cancelJob",
  kind: "json",
  method: "delete",
  path: "/v1/jobs/{id}",
  tag: "Jobs",
  summary: "Cancels a job",
  description: "Cancelling again, or a job that has ended, changes nothing.",
  parameters: { id: "The job's id, from the Location that started it." },
  answer: { schema: jobSchema, description: "The job as it stands." },
  tool: true,
  roles: ["buyer"],
});
