import { idOf, type FunctionDefinition } from "./define.ts";
import type { Parameter } from "./parameters.ts";

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: Parameter<unknown>["type"];
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  /** The list of words that Excel offers while one types; newer Excel alone reads it. */
  readonly customEnumId?: string;
}

/** Words that one of them is given of. */
export interface EnumMetadata {
  readonly id: string;
  readonly type: "string";
  readonly values: readonly { readonly name: string; readonly stringValue: string }[];
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
  readonly enums?: readonly EnumMetadata[];
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

/** The lists of words of all functions, each once, named after the first parameter that takes them. */
function createEnums(): { readonly list: EnumMetadata[]; idOf(name: string, words: readonly string[]): string } {
  const list: EnumMetadata[] = [];
  const byWords = new Map<string, string>();
  return {
    list,
    idOf(name, words) {
      const known = byWords.get(words.join());
      if (known !== undefined) return known;
      const base = name.toUpperCase();
      const taken = list.filter(({ id }) => id === base || id.startsWith(`${base}_`)).length;
      const id = taken === 0 ? base : `${base}_${taken + 1}`;
      byWords.set(words.join(), id);
      // Names as a program would write them; what the function is given is the word itself.
      const values = words.map((word) => ({ name: word.replace(/\W/g, "_"), stringValue: word }));
      list.push({ id, type: "string", values });
      return id;
    },
  };
}

type Enums = ReturnType<typeof createEnums>;

const wordsOf = ({ schema, shape }: Parameter<unknown>): readonly string[] | undefined =>
  shape === "scalar" && Array.isArray(schema["enum"]) ? (schema["enum"] as string[]) : undefined;

function parameterMetadata(name: string, parameter: Parameter<unknown>, enums: Enums): ParameterMetadata {
  const words = wordsOf(parameter);
  return {
    name,
    description: description(parameter),
    type: parameter.type,
    dimensionality: parameter.shape === "range" ? "matrix" : "scalar",
    ...(parameter.optional && { optional: true }),
    ...(words && { customEnumId: enums.idOf(name, words) }),
  };
}

function functionMetadata(definition: FunctionDefinition, base: string, enums: Enums): FunctionMetadata {
  return {
    id: idOf(definition.name),
    name: definition.name,
    description: definition.summary,
    helpUrl: `${base}/docs/${definition.name}`,
    parameters: Object.entries(definition.parameters).map(([name, parameter]) =>
      parameterMetadata(name, parameter, enums),
    ),
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
  const enums = createEnums();
  const described = definitions.map((definition) => functionMetadata(definition, base, enums));
  return {
    // Without these Excel turns a range that holds an error or a data type into an error before we see it.
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: described,
    ...(enums.list.length > 0 && { enums: enums.list }),
  };
}
