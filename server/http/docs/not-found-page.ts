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

/** What a page is about, as its readers call it. */
const SUBJECTS = { function: "worksheet function", guide: "guide" };

export function notFoundPage(site: Site, name: string, kind: keyof typeof SUBJECTS = "function"): string {
  const near = alike(site, name);
  return layout(site, {
    title: `No such ${kind} · Lotwise documentation`,
    description: `There is no ${SUBJECTS[kind]} of that name.`,
    main: html`<div class="lead">
      <h1>No such ${kind}</h1>
      <p>There is no ${SUBJECTS[kind]} named <code>${name.slice(0, 60)}</code>.</p>
      ${
        near.length > 0 &&
        html`<p>
          Did you mean
          ${near.map((known, i) => [i > 0 && ", ", html`<a href="${site.base}/docs/${known}"><code>${known}</code></a>`])}?
        </p>`
      }
      <p><a href="${site.base}/docs">All functions and guides</a></p>
    </div>`,
  });
}
