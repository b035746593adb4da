import type { FunctionDefinition } from "../../../shared/define/define.ts";
import type { Parameter } from "../../../shared/define/parameters.ts";
import { html, type Content, type Markup } from "./html.ts";
import type { Site } from "./layout.ts";
import { typedArgument } from "./typed-argument.ts";

/** A range's text field grows with its rows up to this. */
const MOST_ROWS = 8;

function control(id: string, parameter: Parameter<unknown>, text: string): Markup {
  if (parameter.shape === "range") {
    const rows = Math.min(MOST_ROWS, text.split("\n").length);
    // HTML drops a line break that follows the tag, so the text stands right behind it.
    return html`<textarea id="${id}" rows="${rows}" spellcheck="false" data-range="yes">${text}</textarea>`;
  }
  const words = parameter.schema["enum"] as readonly string[] | undefined;
  return html`<input
      id="${id}"
      value="${text}"
      autocomplete="off"
      spellcheck="false"
      ${words && html`list="${id}-words"`}
    />
    ${words && html`<datalist id="${id}-words">${words.map((word) => html`<option value="${word}"></option>`)}</datalist>`}`;
}

function field([name, parameter]: [string, Parameter<unknown>], text: string): Markup {
  const id = `try-${name}`;
  const notes = [parameter.unit, parameter.optional && "may be left blank"].filter(Boolean).join("; ");
  return html`<div class="argument">
    <label for="${id}"><code>${name}</code>${notes && html` <span class="muted">${notes}</span>`}</label>
    ${control(id, parameter, text)}
  </div>`;
}

/** The examples to start from; each option holds the texts of all fields. */
function choices({ examples, parameters }: FunctionDefinition): Content {
  if (examples.length < 2) return false;
  const texts = (args: readonly unknown[]): string[] => Object.keys(parameters).map((_, i) => typedArgument(args[i]));
  return html`<div class="argument">
    <label for="try-example">Start from an example</label>
    <select id="try-example">
      ${examples.map(({ says, args }) => html`<option value="${JSON.stringify(texts(args))}">${says}</option>`)}
    </select>
  </div>`;
}

/** Where the answer holds dates, for the script: the column, and the place of the argument that it takes. */
const datesOf = ({ dates, parameters }: FunctionDefinition): string =>
  JSON.stringify({ column: dates?.column, given: Object.keys(parameters).indexOf(dates?.given ?? "") });

/** A form that sends the arguments to the server and shows the answer. It is hidden until its script runs. */
export function tryIt({ base }: Site, definition: FunctionDefinition): Markup {
  const { name, parameters, examples, dates } = definition;
  const ranges = Object.values(parameters).some(({ shape }) => shape === "range");
  return html`<section class="try" aria-labelledby="try" hidden>
    <h2 id="try">Try it</h2>
    <form
      action="${base}/v1/compute"
      method="post"
      data-function="${name}"
      ${dates && html`data-dates="${datesOf(definition)}"`}
    >
      ${choices(definition)}
      ${Object.entries(parameters).map((entry, i) => field(entry, typedArgument(examples[0].args[i])))}
      ${ranges && html`<p class="muted hint">Ranges: one row a line. Copied cells can be pasted as they are.</p>`}
      <button>Calculate</button>
      <div class="result" role="status"></div>
    </form>
  </section>`;
}
