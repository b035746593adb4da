import { parse, registries, tokenize } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

/** Whether the grid can compute a formula: it reads it and knows every function in it. */
export function knownFormula(formula: string): boolean {
  try {
    parse(formula);
  } catch {
    return false;
  }
  const tokens = tokenize(formula);
  return tokens.every(
    ({ type, value }, i) =>
      type !== "SYMBOL" ||
      (tokens[i + 1]?.type === "LEFT_PAREN"
        ? registries.functionRegistry.contains(value.toUpperCase())
        : /^(TRUE|FALSE)$/i.test(value)),
  );
}
