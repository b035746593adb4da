import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { guideCards } from "./guide-page.ts";
import { html, type Markup } from "./html.ts";
import { byCategory, layout, type Site } from "./layout.ts";
import { templateLinks } from "./template-links.ts";

/** What the filter box looks through. */
function searchText({ name, summary, parameters, category }: FunctionDefinition): string {
  return [name, name.replaceAll("_", " "), summary, category, ...Object.keys(parameters)].join(" ").toLowerCase();
}

/** Every word of the query must occur. */
function matches(definition: FunctionDefinition, query: string): boolean {
  const text = searchText(definition);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function card({ base }: Site, definition: FunctionDefinition): Markup {
  const { name, summary, runs } = definition;
  return html`<li class="card" data-search="${searchText(definition)}">
    <a href="${base}/docs/${name}"><code>${name}</code></a>
    <p>${summary}</p>
    <span class="tag runs-${runs}">${runs === "cell" ? "Works offline" : "On the server"}</span>
  </li>`;
}

function section(site: Site, [category, members]: [string, FunctionDefinition[]]): Markup {
  const id = category.toLowerCase();
  return html`<section class="category" aria-labelledby="${id}">
    <h2 id="${id}">${category}</h2>
    <ul class="cards">
      ${members.map((definition) => card(site, definition))}
    </ul>
  </section>`;
}

/** "24 functions", or "3 of 24 functions" where a filter left some out. */
function countText(shown: number, all: number): string {
  return shown === all ? `${all} functions` : `${shown} of ${all} functions`;
}

/** The reference's front page; with a query only what matches it, so the filter works without scripts too. */
export function indexPage(site: Site, query: string): string {
  const found = site.functions.filter((definition) => matches(definition, query));
  return layout(site, {
    title: "Lotwise function reference",
    description: "Every worksheet function of Lotwise: what it answers, its arguments, formulas, examples and sources.",
    main: html`<div class="lead">
        <h1>Worksheet functions</h1>
        <p>
          Type <kbd>=</kbd> and a name in any cell. Closed formulas are worked out in Excel itself and need no network;
          forecasts and optimisation run on the Lotwise server. Every example on these pages is tested.
        </p>
        <form class="filter" role="search" action="${site.base}/docs" method="get">
          <label for="filter">Filter the functions</label>
          <div class="field">
            <input
              id="filter"
              name="q"
              type="search"
              value="${query}"
              autocomplete="off"
              spellcheck="false"
              placeholder="lead time, forecast, discount…"
            />
            <button>Filter</button>
          </div>
          <p id="count" role="status" data-all="${site.functions.length}">
            ${countText(found.length, site.functions.length)}
          </p>
        </form>
      </div>
      ${query === "" && [guideCards(site), templateLinks(site)]}
      ${byCategory(found).map((group) => section(site, group))}
      <p id="none" ${found.length > 0 && html` hidden`}>
        No function matches. <a href="${site.base}/docs">Show all</a>.
      </p>`,
  });
}
