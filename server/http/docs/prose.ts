import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { html, type Content } from "./html.ts";
import type { Site } from "./layout.ts";

/**
 * Plain text of a definition with its own parameters set as code and other functions linked. A parameter is recognised
 * where its name could not be an ordinary word: where it has an underscore.
 */
export function prose(text: string, definition: FunctionDefinition, { base, functions }: Site): Content {
  const names = new Set(functions.map(({ name }) => name));
  return text.split(/(\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*\b)/).map((word) => {
    if (word !== definition.name && names.has(word))
      return html`<a href="${base}/docs/${word}"><code>${word}</code></a>`;
    return word.includes("_") && word in definition.parameters ? html`<code>${word}</code>` : word;
  });
}
