import { idOf, type FunctionDefinition } from "./define.ts";
import type { Parameter } from "./parameters.ts";

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: Parameter<unknown>["type"];
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
  readonly options?: { readonly cancelable: true };
}

/** Excel's functions.json. */
export interface FunctionsMetadata {
  readonly allowCustomDataForDataTypeAny: true;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

export interface MetadataOptions {
  /** The server's absolute address, without a slash at its end, under which `/docs/NAME` explains each function. */
  readonly base: string;
}

/** What Excel shows beside an argument: its meaning, its unit, and what it is when left out. */
function description({ doc, unit, fallback }: Parameter<unknown>): string {
  const named = unit !== undefined && !doc.toLowerCase().includes(unit.toLowerCase());
  const notes = [named && `Unit: ${unit}.`, fallback !== undefined && `Default ${String(fallback)}.`];
  return [doc, ...notes].filter(Boolean).join(" ");
}

function parameterMetadata(name: string, parameter: Parameter<unknown>): ParameterMetadata {
  return {
    name,
    description: description(parameter),
    type: parameter.type,
    dimensionality: parameter.shape === "range" ? "matrix" : "scalar",
    ...(parameter.optional && { optional: true }),
  };
}

function functionMetadata(definition: FunctionDefinition, base: string): FunctionMetadata {
  return {
    id: idOf(definition.name),
    name: definition.name,
    description: definition.summary,
    helpUrl: `${base}/docs/${definition.name}`,
    parameters: Object.entries(definition.parameters).map(([name, parameter]) => parameterMetadata(name, parameter)),
    // Every function may answer an error or text, so no result has a narrower type.
    result: { type: "any", dimensionality: definition.spills ? "matrix" : "scalar" },
    ...(definition.runs === "server" && { options: { cancelable: true } }),
  };
}

/** Excel's custom-functions metadata (functions.json) for these functions. */
export function functionsMetadata(
  definitions: readonly FunctionDefinition[],
  { base }: MetadataOptions,
): FunctionsMetadata {
  return {
    // Without these Excel turns a range that holds an error or a data type into an error before we see it.
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: definitions.map((definition) => functionMetadata(definition, base)),
  };
}
