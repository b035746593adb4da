import { parseRange, type Address } from "./address.ts";

export type Argument =
  | { readonly kind: "omitted" }
  | { readonly kind: "constant"; readonly value: number | string | boolean }
  /** Whole columns: "B:B". */
  | { readonly kind: "columns" }
  | { readonly kind: "cells"; readonly cells: readonly (readonly Address[])[] };

export interface Formula {
  readonly name: string;
  readonly args: readonly Argument[];
}

function parseArgument(text: string): Argument {
  if (text === "") return { kind: "omitted" };
  if (/^".*"$/.test(text)) return { kind: "constant", value: text.slice(1, -1).replaceAll('""', '"') };
  if (/^(TRUE|FALSE)$/i.test(text)) return { kind: "constant", value: text.toUpperCase() === "TRUE" };
  if (text.trim() !== "" && !Number.isNaN(Number(text))) return { kind: "constant", value: Number(text) };
  if (/^([A-Z]+):\1$/i.test(text)) return { kind: "columns" };
  return { kind: "cells", cells: parseRange(text) };
}

/** Reads `=NAME(A1:A9, 2, , "text")`: one call, whose arguments are constants, cells, ranges or left out. */
export function parseFormula(text: string): Formula {
  const match = /^=([A-Z][A-Z0-9_.]*)\((.*)\)$/i.exec(text);
  if (!match) throw new Error(`not a formula this workbook reads: ${text}`);
  const inside = match[2]!;
  // A comma inside quotes belongs to the text.
  const parts = inside.trim() === "" ? [] : inside.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return { name: match[1]!.toUpperCase(), args: parts.map((part) => parseArgument(part.trim())) };
}
