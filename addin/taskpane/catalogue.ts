import type { FunctionMetadata, FunctionsMetadata } from "../../shared/define/metadata.ts";
import { logFault } from "../log-fault.ts";
import { element } from "./element.ts";

/** `EOQ(demand, order_cost, [production_rate])` */
export function signature({ name, parameters }: FunctionMetadata): string {
  return `${name}(${parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ")})`;
}

/** Whether every word of the query is somewhere in the function's name, summary or parameters. */
export function matches(metadata: FunctionMetadata, query: string): boolean {
  const parameters = metadata.parameters.flatMap((p) => [p.name, p.description]);
  const text = [metadata.name, metadata.description, ...parameters].join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/[\s=(),]+/)
    .every((word) => text.includes(word));
}

function entry(metadata: FunctionMetadata): HTMLElement {
  const parameters = metadata.parameters.flatMap((p) => [
    element("dt", {}, element("code", {}, p.name), p.optional ? " optional" : ""),
    element("dd", {}, p.description),
  ]);
  return element(
    "details",
    {},
    element("summary", {}, element("code", {}, metadata.name), element("span", {}, metadata.description)),
    element("p", {}, element("code", { class: "signature" }, `=${signature(metadata)}`)),
    element("dl", {}, ...parameters),
    element(
      "p",
      {},
      // The path only: the pane's own server explains the function, wherever the metadata was made for.
      element(
        "a",
        { href: new URL(metadata.helpUrl).pathname, target: "_blank", rel: "noopener" },
        "Examples and method",
      ),
    ),
  );
}

async function load(): Promise<readonly FunctionMetadata[]> {
  const response = await fetch("/functions.json");
  if (!response.ok) throw new Error(`functions.json: HTTP ${response.status}`);
  return ((await response.json()) as FunctionsMetadata).functions;
}

/** Every worksheet function with its help, and a box to search them. */
export function catalogue(): HTMLElement {
  const list = element("div", { class: "functions" });
  const count = element("p", { class: "count", role: "status" });
  let entries: { metadata: FunctionMetadata; shown: HTMLElement }[] = [];
  const search = element("input", {
    type: "search",
    id: "search",
    placeholder: "forecast, safety stock, moq…",
    autocomplete: "off",
    spellcheck: "false",
    input: () => filter(),
  });

  function filter(): void {
    for (const { metadata, shown } of entries) shown.hidden = !matches(metadata, search.value);
    const visible = entries.filter(({ shown }) => !shown.hidden).length;
    count.textContent =
      visible === 0 ? "No function matches." : search.value ? `${visible} of ${entries.length} functions` : "";
  }

  load()
    .then((functions) => {
      entries = functions.map((metadata) => ({ metadata, shown: entry(metadata) }));
      list.replaceChildren(...entries.map(({ shown }) => shown));
      filter();
    })
    .catch((error: unknown) => {
      logFault(error);
      count.textContent = "The list of functions could not be loaded from the server.";
    });

  return element(
    "section",
    { "aria-labelledby": "functions-heading" },
    element("h2", { id: "functions-heading" }, "Worksheet functions"),
    element("label", { for: "search", class: "hidden-label" }, "Search functions"),
    search,
    count,
    list,
  );
}
