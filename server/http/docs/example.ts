import { dateColumn } from "../../../shared/define/shows.ts";
import type { Example, FunctionDefinition } from "../../../shared/define/define.ts";
import { html, type Content, type Markup } from "./html.ts";
import {
  answerRows,
  columnName,
  shownAnswer,
  shownCell,
  worksheetFormula,
  type Block,
} from "../../../shared/define/worksheet.ts";

const numeric = (cell: unknown): Content => typeof cell === "number" && html` class="number"`;

/** A block of the sheet with its column letters and row numbers; long ones scroll. */
function blockTable({ reference, firstColumn, rows }: Block): Markup {
  return html`<div class="scroll" role="group" aria-label="Cells ${reference}" tabindex="0">
    <table class="sheet">
      <caption>
        Cells ${reference}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${rows[0]!.map((_, j) => html`<th scope="col">${columnName(firstColumn + j)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) =>
            html`<tr>
              <th scope="row">${i + 1}</th>
              ${row.map((cell) => html`<td${numeric(cell)}>${shownCell(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Where the answer need not agree to the last digits, how far it may be off. */
function within({ tolerance = 0 }: Example): Content {
  return tolerance >= 0.001 && html`<p class="answer checked">The answer is within ${tolerance * 100}% of this.</p>`;
}

function answerOf({ answer }: Example, dates: number | undefined): Markup {
  if (typeof answer === "function")
    return html`<p class="answer checked">No single number: the answer is checked against its source.</p>`;
  if (!Array.isArray(answer)) return html`<p class="answer"><output>${shownAnswer(answer, 0, dates)}</output></p>`;
  return html`<div class="answer scroll" role="group" aria-label="Answer" tabindex="0">
    <table class="sheet">
      <tbody>
        ${answerRows(answer).map(
          (row) =>
            html`<tr>
              ${row.map((cell, j) => html`<td${numeric(cell)}>${shownAnswer(cell, j, dates)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The call as a program sends it. */
function overHttp({ name }: FunctionDefinition, { args }: Example): Markup {
  return html`<details>
    <summary>Over HTTP</summary>
    <pre><code>POST /v1/compute
Content-Type: application/json

${JSON.stringify({ calls: [{ function: name, args }] })}</code></pre>
  </details>`;
}

/** A formula to type, the cells it refers to and its answer, whose column `dates` holds dates. */
export function workedFormula(name: string, example: Example, dates?: number): Markup {
  const { formula, blocks } = worksheetFormula(name, example.args);
  return html`${blocks.length > 0 && html`<div class="blocks">${blocks.map(blockTable)}</div>`}
    <div class="worked">
      <code class="formula">${formula}</code>
      ${answerOf(example, dates)} ${within(example)}
    </div>`;
}

/** One example: what it shows, the formula to type, its answer and where the answer comes from. */
export function exampleMarkup(definition: FunctionDefinition, example: Example): Markup {
  return html`<article class="example">
    <h3>${example.says}</h3>
    ${workedFormula(definition.name, example, dateColumn(definition, example.args))}
    <p class="source">Source: ${example.source}</p>
    ${overHttp(definition, example)}
  </article>`;
}
