import { CATEGORIES, type FunctionDefinition } from "../../../shared/define/define.ts";
import { html, type Content, type Markup } from "./html.ts";

export interface Site {
  /** Where the server is mounted: "" or a path prefix such as "/lotwise". */
  readonly base: string;
  readonly functions: readonly FunctionDefinition[];
}

export interface Page {
  readonly title: string;
  readonly description: string;
  /** Name of the function the page is about. */
  readonly current?: string;
  /** File of the assets that only this page needs. */
  readonly script?: string;
  /** What stands beside the content in place of the list of functions. */
  readonly beside?: Markup;
  readonly main: Markup;
}

/** The functions by category, in the house's order, without empty categories. */
export function byCategory(functions: readonly FunctionDefinition[]): [string, FunctionDefinition[]][] {
  return CATEGORIES.map((category): [string, FunctionDefinition[]] => [
    category,
    functions.filter((definition) => definition.category === category),
  ]).filter(([, members]) => members.length > 0);
}

function navigation({ base, functions }: Site, current: string | undefined): Content {
  return byCategory(functions).map(
    ([category, members]) =>
      html`<h2>${category}</h2>
        <ul>
          ${members.map(
            ({ name }) =>
              html`<li>
                <a href="${base}/docs/${name}" ${name === current && html` aria-current="page"`}>${name}</a>
              </li>`,
          )}
        </ul>`,
  );
}

/** The whole document around a page's content. */
export function layout(site: Site, { title, description, current, script, beside, main }: Page): string {
  const assets = `${site.base}/docs/assets`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <link rel="icon" href="${assets}/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets}/docs.css" />
        <script src="${assets}/docs.js" defer></script>
        ${script && html`<script src="${assets}/${script}" type="module"></script>`}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top">
          <a class="brand" href="${site.base}/docs"
            ><img src="${assets}/icon.svg" alt="" width="28" height="28" /><span>Lotwise</span>
            <span class="muted">Documentation</span></a
          >
          <nav aria-label="Documentation">
            <a href="${site.base}/docs">Functions</a>
            <a href="${site.base}/docs#guides">Guides</a>
            <a href="${site.base}/openapi.json">OpenAPI</a>
          </nav>
        </header>
        <div class="${current || beside ? "columns" : "single"}">
          <main id="content" tabindex="-1">${main}</main>
          ${current && html`<nav class="functions" aria-label="All functions">${navigation(site, current)}</nav>`}
          ${beside}
        </div>
        <footer><p>Lotwise: forecasts, order quantities and reorder sheets that say why.</p></footer>
      </body>
    </html>`.text;
}
