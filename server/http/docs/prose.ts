import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { html, type Content } from "./html.ts";
import type { Site } from "./layout.ts";

/** Splits a text at its words; Greek letters are letters, and an underscore joins. */
const WORD = /([\p{L}][\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)*)/u;

/**
 * Plain text of a definition with its own parameters set as code and other functions linked. A parameter is recognised
 * where its name could not be an ordinary word: where it has an underscore.
 */
export function prose(text: string, definition: FunctionDefinition, { base, functions }: Site): Content[] {
  const names = new Set(functions.map(({ name }) => name));
  return text.split(WORD).map((word) => {
    if (word !== definition.name && names.has(word))
      return html`<a href="${base}/docs/${word}"><code>${word}</code></a>`;
    return word.includes("_") && word in definition.parameters ? html`<code>${word}</code>` : word;
  });
}

/** A formula: as prose, with what follows an underscore lowered, so that x_ij has the indices i and j. */
export function maths(text: string, definition: FunctionDefinition, site: Site): Content[] {
  return prose(text, definition, site).map((part) => {
    const [, symbol, index] = (typeof part === "string" && /^([^_]+)_([^_]+)$/.exec(part)) || [];
    return symbol && index ? html`${symbol}<sub>${index}</sub>` : part;
  });
}
