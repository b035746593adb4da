import { dateColumn } from "../../../shared/define/shows.ts";
import { workedFormula } from "./example.ts";
import type { Guide, Pen } from "./guides/guide.ts";
import { guides } from "./guides/index.ts";
import { html, type Markup } from "./html.ts";
import { layout, type Site } from "./layout.ts";

const idOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function penFor({ base, functions }: Site): Pen {
  const known = new Map(functions.map((definition) => [definition.name, definition]));
  return {
    base,
    fn: (name) =>
      known.has(name) ? html`<a href="${base}/docs/${name}"><code>${name}</code></a>` : html`<code>${name}</code>`,
    show(formula) {
      const definition = known.get(formula.function);
      const dates = definition && dateColumn(definition, formula.args);
      return workedFormula(formula.function, { says: "", ...formula }, dates);
    },
    guide: (slug, text) => html`<a href="${base}/docs/guides/${slug}">${text}</a>`,
    terminal: (...lines) => html`<pre class="terminal"><code>${lines.join("\n")}</code></pre>`,
  };
}

function contents(site: Site, current: Guide): Markup {
  return html`<nav class="functions" aria-label="All guides">
    <h2>Guides</h2>
    <ul class="plain">
      ${guides.map(
        ({ slug, title }) =>
          html`<li>
            <a href="${site.base}/docs/guides/${slug}" ${slug === current.slug && html` aria-current="page"`}
              >${title}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The page of one guide. */
export function guidePage(site: Site, guide: Guide): string {
  const sections = guide.sections(penFor(site));
  return layout(site, {
    title: `${guide.title} · Lotwise`,
    description: guide.summary,
    beside: contents(site, guide),
    main: html`<nav class="trail" aria-label="You are here"><a href="${site.base}/docs#guides">Guides</a></nav>
      <h1 class="words">${guide.title}</h1>
      <p class="summary">${guide.summary}</p>
      ${sections.map(
        ({ heading, body }) =>
          html`<section class="chapter" aria-labelledby="${idOf(heading)}">
            <h2 id="${idOf(heading)}">${heading}</h2>
            ${body}
          </section>`,
      )}`,
  });
}

/** The guides as the front page lists them. */
export function guideCards({ base }: Site): Markup {
  return html`<section class="guides" id="guide-list" aria-labelledby="guides">
    <h2 id="guides">Guides</h2>
    <ul class="cards">
      ${guides.map(
        ({ slug, title, summary }) =>
          html`<li class="card">
            <a href="${base}/docs/guides/${slug}">${title}</a>
            <p>${summary}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}
