import { jobSchema } from "./job-schema.ts";
import { defineOperation } from "./operation.ts";

export const getJob = defineOperation({
  id: "getJob",
  kind: "json",
  method: "get",
  path: "/v1/jobs/{id}",
  tag: "Jobs",
  summary: "Says how far a job is, and its result",
  parameters: { id: "The job's id, from the Location that started it." },
  answer: { schema: jobSchema, description: "The job as it stands." },
  tool: true,
  roles: ["viewer", "buyer"],
});
