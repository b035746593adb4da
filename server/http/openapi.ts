import type { FunctionDefinition } from "../../shared/define/define.ts";
import { computeSchemas } from "./openapi/compute.ts";
import { jobSchemas } from "./openapi/jobs.ts";
import { modelSchemas } from "./openapi/models.ts";
import { paths } from "./openapi/paths.ts";
import { planSchemas } from "./openapi/plan.ts";
import { replaySchemas } from "./openapi/replay.ts";
import { problemSchema } from "./openapi/responses.ts";

/** The HTTP contract as OpenAPI 3.1, derived from the functions' definitions and the plan's types. */
export function openApi(
  functions: readonly FunctionDefinition[],
  { version, publicUrl }: { readonly version: string; readonly publicUrl: string },
): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lotwise",
      version,
      summary: "Demand forecasts, order quantities and reorder plans that say why.",
      license: { name: "MIT", identifier: "MIT" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    externalDocs: { description: "Function reference", url: `${publicUrl}/docs` },
    servers: [{ url: publicUrl }],
    // A token is asked for only where the server has any; on loopback it usually has none.
    security: [{}, { bearer: [] }],
    tags: [
      { name: "Functions", description: "Every worksheet function, over HTTP." },
      { name: "Purchasing", description: "Reorder plans, and what they would have saved." },
      { name: "Models", description: "Forecasting networks trained on your own tables." },
      { name: "Jobs", description: "Work that takes long; jobs survive a restart of the server." },
      { name: "Server" },
    ],
    paths: paths(functions),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: {
        ...computeSchemas(functions),
        ...planSchemas(),
        ...replaySchemas(),
        ...modelSchemas,
        ...jobSchemas,
        Problem: problemSchema,
      },
    },
  };
}
