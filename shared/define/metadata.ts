import { idOf, type FunctionDefinition } from "./define.ts";

/** Excel's custom-functions metadata (functions.json) for these functions. */
export function functionsMetadata(definitions: readonly FunctionDefinition[]): Record<string, unknown> {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: definitions.map((definition) => ({
      id: idOf(definition.name),
      name: definition.name,
      description: definition.summary,
      helpUrl: `{base}/docs/${definition.name}`,
      parameters: Object.entries(definition.parameters).map(([name, parameter]) => ({
        name,
        description: parameter.doc,
        type: parameter.type,
        dimensionality: parameter.shape === "range" ? "matrix" : "scalar",
        ...(parameter.optional && { optional: true }),
      })),
      result: { type: "any", dimensionality: definition.spills ? "matrix" : "scalar" },
      options: { cancelable: definition.runs === "server" },
    })),
  };
}
