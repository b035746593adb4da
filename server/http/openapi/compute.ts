import type { FunctionDefinition } from "../../../shared/define/define.ts";
import type { Parameter } from "../../../shared/define/parameters.ts";
import { list, object, ref, type Schema } from "./schema.ts";

function described({ doc, unit, must, optional, fallback }: Parameter<unknown>): string {
  const without = fallback === undefined ? "may be left out (null)" : `${JSON.stringify(fallback)} if left out (null)`;
  return [doc.replace(/\.?$/, "."), unit && `In ${unit}.`, `Must be ${must}${optional ? `; ${without}` : ""}.`]
    .filter(Boolean)
    .join(" ");
}

/** What an argument may be: a range of one cell may be sent as that cell; null is one left out, or a blank cell's 0. */
function forms({ schema, shape, type, optional }: Parameter<unknown>): Schema[] {
  const cell = shape === "range" ? [(schema["items"] as Schema)["items"] as Schema] : [];
  return [schema, ...cell, ...(optional || type === "number" ? [{ type: "null" }] : [])];
}

function argument([name, parameter]: [string, Parameter<unknown>]): Schema {
  const [only, ...others] = forms(parameter);
  const schema = others.length > 0 ? { anyOf: [only, ...others] } : only;
  return { title: name, description: described(parameter), ...schema };
}

/** The schema of a call of one function. */
function callOf({ name, summary, returns, parameters }: FunctionDefinition): Schema {
  const entries = Object.entries(parameters);
  return {
    title: name,
    description: `${summary} Answers: ${returns}`,
    ...object({
      function: { const: name },
      args: {
        type: "array",
        description: `In order: ${entries.map(([argument]) => argument).join(", ")}.`,
        prefixItems: entries.map(argument),
        items: false,
        minItems: entries.findLastIndex(([, { optional }]) => !optional) + 1,
        maxItems: entries.length,
      },
    }),
  };
}

/** The name of a function's call among the component schemas. */
const callName = (name: string): string => `Call_${name}`;

/** The calls that `POST /v1/compute` reads, by the definitions of the functions. */
export function computeSchemas(functions: readonly FunctionDefinition[]): Record<string, Schema> {
  return {
    ...Object.fromEntries(functions.map((definition) => [callName(definition.name), callOf(definition)])),
    Call: {
      oneOf: functions.map(({ name }) => ref(callName(name))),
      discriminator: {
        propertyName: "function",
        mapping: Object.fromEntries(functions.map(({ name }) => [name, ref(callName(name))["$ref"]])),
      },
    },
    ComputeRequest: object({ calls: list(ref("Call"), "Up to thousands of calls; each is answered for itself.") }),
  };
}

/** The first example of each of a few functions, as one request. */
export function computeExample(functions: readonly FunctionDefinition[]): { readonly calls: readonly Schema[] } {
  const cheap = functions.filter(({ runs }) => runs === "cell").slice(0, 3);
  return { calls: cheap.map(({ name, examples }) => ({ function: name, args: examples[0].args })) };
}
