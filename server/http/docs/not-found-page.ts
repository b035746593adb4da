import { html } from "./html.ts";
import { layout, type Site } from "./layout.ts";

/** Functions whose name holds the asked one or is held by it, else none. */
function alike({ functions }: Site, name: string): string[] {
  const wanted = name.toUpperCase().replace(/[^A-Z]/g, "");
  return functions
    .map((definition) => definition.name)
    .filter(
      (known) => wanted && (known.replaceAll("_", "").includes(wanted) || wanted.includes(known.replaceAll("_", ""))),
    );
}

export function notFoundPage(site: Site, name: string): string {
  const near = alike(site, name);
  return layout(site, {
    title: "No such function · Lotwise function reference",
    description: "There is no worksheet function of that name.",
    main: html`<div class="lead">
      <h1>No such function</h1>
      <p>There is no worksheet function named <code>${name.slice(0, 60)}</code>.</p>
      ${
        near.length > 0 &&
        html`<p>
          Did you mean
          ${near.map((known, i) => [i > 0 && ", ", html`<a href="${site.base}/docs/${known}"><code>${known}</code></a>`])}?
        </p>`
      }
      <p><a href="${site.base}/docs">All functions</a></p>
    </div>`,
  });
}
