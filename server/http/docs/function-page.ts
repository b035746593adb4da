import type { FunctionDefinition } from "../../../shared/define/define.ts";
import type { Parameter } from "../../../shared/define/parameters.ts";
import { exampleMarkup } from "./example.ts";
import { html, type Content, type Markup } from "./html.ts";
import { layout, type Site } from "./layout.ts";
import { maths, prose } from "./prose.ts";
import { tryIt } from "./try-it.ts";
import { shownCell, spillNote } from "../../../shared/define/worksheet.ts";

/** `=EOQ(demand, order_cost, [backorder_cost])`, each parameter linked to its meaning. */
function syntax({ name, parameters }: FunctionDefinition): Markup {
  const list = Object.entries(parameters).map(([parameter, { optional }], i): Content => {
    const link = html`<a href="#argument-${parameter}">${parameter}</a>`;
    return [i > 0 && ", ", html`<span class="nowrap">${optional ? html`[${link}]` : link}</span>`];
  });
  return html`<p class="syntax"><code>=<b>${name}</b>(${list})</code></p>`;
}

function leftOut({ optional, fallback }: Parameter<unknown>): Content {
  if (!optional) return html`<span class="required">required</span>`;
  return fallback === undefined ? "may be left out" : html`<code>${shownCell(fallback)}</code>`;
}

function parameterRow([name, parameter]: [string, Parameter<unknown>], text: (t: string) => Content): Markup {
  const cells: [string, Content][] = [
    ["Meaning", text(parameter.doc)],
    ["Unit", parameter.unit],
    ["Must be", parameter.must],
    ["Default", leftOut(parameter)],
  ];
  return html`<tr role="row" id="argument-${name}">
    <th role="rowheader" scope="row"><code>${name}</code></th>
    ${cells.map(([label, content]) => html`<td role="cell" data-label="${label}">${content}</td>`)}
  </tr>`;
}

/** The roles repeat what the elements say because narrow screens lay the rows out as blocks, which would hide it. */
function parameterTable(definition: FunctionDefinition, text: (t: string) => Content): Markup {
  return html`<table role="table" class="parameters">
    <thead role="rowgroup">
      <tr role="row">
        ${["Argument", "Meaning", "Unit", "Must be", "Default"].map(
          (heading) => html`<th role="columnheader" scope="col">${heading}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${Object.entries(definition.parameters).map((entry) => parameterRow(entry, text))}
    </tbody>
  </table>`;
}

const RUNS: Readonly<Record<FunctionDefinition["runs"], readonly [string, string]>> = {
  cell: ["Works offline", "Runs in the cell: Excel works it out itself, without the network."],
  server: ["On the server", "Runs on the Lotwise server: the cell shows #BUSY! until the answer is there."],
};

/** The reference page of one function; everything on it comes from the function's definition. */
export function functionPage(site: Site, definition: FunctionDefinition): string {
  const { name, category, summary, returns, formula, details, source, examples, runs } = definition;
  const text = (plain: string): Content => prose(plain, definition, site);
  const note = spillNote(definition);
  const [tag, explained] = RUNS[runs];
  return layout(site, {
    title: `${name} · Lotwise function reference`,
    description: summary,
    current: name,
    script: "try-it.js",
    main: html`<nav class="trail" aria-label="You are here">
        <a href="${site.base}/docs">Functions</a> <span aria-hidden="true">/</span>
        <a href="${site.base}/docs#${category.toLowerCase()}">${category}</a>
      </nav>
      <h1>${name}</h1>
      <p class="summary">${text(summary)}</p>
      ${syntax(definition)}
      <p class="runs"><span class="tag runs-${runs}">${tag}</span> ${explained}</p>
      <section aria-labelledby="arguments">
        <h2 id="arguments">Arguments</h2>
        ${Object.keys(definition.parameters).length > 0 ? parameterTable(definition, text) : html`<p>It takes none.</p>`}
      </section>
      <section aria-labelledby="returns">
        <h2 id="returns">Returns</h2>
        <p>${text(returns)}${note !== undefined && ` ${note}`}</p>
      </section>
      ${
        details &&
        html`<section aria-labelledby="details">
          <h2 id="details">Details</h2>
          ${details.map((paragraph) => html`<p>${text(paragraph)}</p>`)}
        </section>`
      }
      ${
        formula &&
        html`<section aria-labelledby="formula">
          <h2 id="formula">Formula</h2>
          <p class="maths">${maths(formula, definition, site)}</p>
        </section>`
      }
      <section aria-labelledby="examples">
        <h2 id="examples">Examples</h2>
        ${examples.map((example) => exampleMarkup(definition, example))}
      </section>
      ${tryIt(site, definition)}
      <section aria-labelledby="source">
        <h2 id="source">Source</h2>
        <p>${source}</p>
      </section>`,
  });
}
