import type { FunctionDefinition } from "../../shared/define/define.ts";
import { works as allWorks } from "../operations/index.ts";
import type { Work } from "../operations/work.ts";
import { computeSchemas } from "./openapi/compute.ts";
import { namedSchemas, paths } from "./openapi/paths.ts";
import { problemSchema } from "./openapi/responses.ts";

/** The HTTP contract as OpenAPI 3.1, derived from the definitions of functions and operations. */
export function openApi(
  functions: readonly FunctionDefinition[],
  { version, publicUrl }: { readonly version: string; readonly publicUrl: string },
  works: readonly Work[] = allWorks,
): object {
  const operations = works.map(({ operation }) => operation);
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
    paths: paths(operations, functions),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: {
        ...namedSchemas(operations),
        ...computeSchemas(functions),
        Problem: problemSchema,
      },
    },
  };
}
