import { tokenize } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

type Token = ReturnType<typeof tokenize>[number];

const OPENING = new Set(["LEFT_PAREN", "LEFT_BRACE"]);
const CLOSING = new Set(["RIGHT_PAREN", "RIGHT_BRACE"]);
const OPERAND = new Set(["NUMBER", "REFERENCE", "SYMBOL", "STRING"]);

/** Index of the last token of the operand at `start` (percent signs and spilled marks included), or -1. */
function endOfOperand(tokens: readonly Token[], start: number): number {
  let end = start;
  const skipSpaces = (): void => {
    while (tokens[end + 1]?.type === "SPACE") end++;
  };
  const first = tokens[start];
  if (first === undefined) return -1;
  if (OPENING.has(first.type) || (first.type === "SYMBOL" && tokens[start + 1]?.type === "LEFT_PAREN")) {
    let depth = 0;
    for (end = first.type === "SYMBOL" ? start + 1 : start; end < tokens.length; end++) {
      if (OPENING.has(tokens[end]!.type)) depth++;
      if (CLOSING.has(tokens[end]!.type) && --depth === 0) break;
    }
    if (end === tokens.length) return -1;
  } else if (!OPERAND.has(first.type)) return -1;
  while (tokens[end + 1]?.value === "%" || tokens[end + 1]?.value === "#" || tokens[end + 1]?.value === ":")
    end += tokens[end + 1]!.value === ":" ? 2 : 1;
  const last = end;
  skipSpaces();
  return tokens[end + 1]?.value === "^" ? last : -1;
}

/** Whether the minus at `at` stands before an operand, not between two. */
function isSign(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (tokens[before]?.type === "SPACE") before--;
  const token = tokens[before];
  if (token === undefined || OPENING.has(token.type)) return true;
  if (token.type === "ARG_SEPARATOR" || token.type === "ARRAY_ROW_SEPARATOR") return true;
  return token.type === "OPERATOR" && token.value !== "%" && token.value !== "#";
}

/**
 * Excel takes the sign before the power: -2^2 is 4. The grid takes the power first, so the formula is written with the
 * parentheses that Excel only implies: `=-2^2` becomes `=(-2)^2`.
 */
export function withSignedBases(formula: string): string {
  if (!formula.startsWith("=") || !formula.includes("^") || !formula.includes("-")) return formula;
  const tokens = tokenize(formula);
  const opened = new Map<number, number>();
  const closed = new Map<number, number>();
  tokens.forEach((token, i) => {
    if (token.type !== "OPERATOR" || token.value !== "-" || !isSign(tokens, i)) return;
    let start = i + 1;
    while (tokens[start]?.type === "SPACE" || tokens[start]?.value === "-" || tokens[start]?.value === "+") start++;
    const end = endOfOperand(tokens, start);
    if (end < 0) return;
    opened.set(i, (opened.get(i) ?? 0) + 1);
    closed.set(end, (closed.get(end) ?? 0) + 1);
  });
  if (opened.size === 0) return formula;
  return tokens.map(({ value }, i) => "(".repeat(opened.get(i) ?? 0) + value + ")".repeat(closed.get(i) ?? 0)).join("");
}
