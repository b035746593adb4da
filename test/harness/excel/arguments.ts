import type { FunctionMetadata, ParameterMetadata } from "../../../shared/define/metadata.ts";
import type { Address } from "./address.ts";
import { CustomFunctionsError } from "./bundle.ts";
import type { Argument } from "./formula.ts";

export type Platform = "desktop" | "web";

/** What a cell holds before any function sees it; undefined is blank, an error is its code. */
export type Content = number | string | boolean | { readonly error: string } | undefined;

type Read = (address: Address) => Content;

/** Excel answers these itself, without calling the function. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A cell as it reaches an argument of type `any`: blank is 0 on the desktop and null on the web. */
function anyValue(content: Content, platform: Platform): unknown {
  if (content === undefined) return platform === "desktop" ? 0 : null;
  return typeof content === "object" ? new CustomFunctionsError(content.error) : content;
}

const coerce: Readonly<Record<ParameterMetadata["type"], (content: Content, platform: Platform) => unknown>> = {
  any: anyValue,
  number(content, platform) {
    if (typeof content === "object") throw new Refused(content.error);
    if (content === undefined) return platform === "desktop" ? 0 : null;
    const value = typeof content === "string" && content.trim() === "" ? NaN : Number(content);
    if (Number.isNaN(value)) throw new Refused("#VALUE!");
    return value;
  },
  string(content, platform) {
    if (typeof content === "object") throw new Refused(content.error);
    if (content === undefined) return platform === "desktop" ? "" : null;
    return typeof content === "boolean" ? String(content).toUpperCase() : String(content);
  },
  boolean(content, platform) {
    if (typeof content === "object") throw new Refused(content.error);
    if (content === undefined) return platform === "desktop" ? false : null;
    if (typeof content === "string") throw new Refused("#VALUE!");
    return Boolean(content);
  },
};

/** Rows of a sheet. */
const ROWS = 1_048_576;

function one(parameter: ParameterMetadata, argument: Argument, read: Read, platform: Platform): unknown {
  if (argument.kind === "omitted") return null;
  if (argument.kind === "columns") {
    // Excel on the web refuses before the function is asked (office-js issue 4613).
    if (platform === "web") throw new Refused("#CALC!");
    return Array.from({ length: ROWS }, () => [0]);
  }
  if (parameter.dimensionality === "matrix")
    return argument.kind === "constant"
      ? [[argument.value]]
      : argument.cells.map((row) => row.map((address) => anyValue(read(address), platform)));
  if (argument.kind === "constant") return coerce[parameter.type](argument.value, platform);
  const [first, ...rest] = argument.cells.flat();
  if (!first || rest.length > 0) throw new Error(`${parameter.name}: this workbook gives a single value one cell`);
  return coerce[parameter.type](read(first), platform);
}

/** The arguments Excel passes: one for each parameter of functions.json, null where left out. */
export function excelArguments(
  metadata: FunctionMetadata,
  given: readonly Argument[],
  read: Read,
  platform: Platform,
): unknown[] {
  const required = metadata.parameters.filter((parameter) => !parameter.optional).length;
  if (given.length < required) throw new Error(`${metadata.name}: Excel refuses the formula: too few arguments`);
  if (given.length > metadata.parameters.length)
    throw new Error(`${metadata.name}: Excel refuses the formula: too many arguments`);
  return metadata.parameters.map((parameter, i) => one(parameter, given[i] ?? { kind: "omitted" }, read, platform));
}
