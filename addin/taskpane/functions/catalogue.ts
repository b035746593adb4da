import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";

/** `EOQ(demand, order_cost, [production_rate])` */
export function signature({ name, parameters }: Pick<CatalogueEntry, "name" | "parameters">): string {
  return `${name}(${parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ")})`;
}

/** Whether every word of the query is somewhere in the function's name, help or parameters. */
export function matches(entry: CatalogueEntry, query: string): boolean {
  const parameters = entry.parameters.flatMap((p) => [p.name, p.description]);
  const text = [entry.name, entry.category, entry.summary, ...entry.details, ...parameters].join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/[\s=(),]+/)
    .every((word) => text.includes(word));
}

/**
 * What "Insert" puts into the cell: the first example, which calculates at once and shows where the arguments go.
 * Undefined where every example needs cells beside it: a call without them would only be an error.
 */
export function startingFormula(entry: CatalogueEntry): string | undefined {
  return entry.examples[0]?.formula;
}

/** The entries with formulas as they are typed where the add-in's functions carry a namespace: `=LOTWISE.EOQ(...)`. */
export function inNamespace(entries: readonly CatalogueEntry[], namespace: string | undefined): CatalogueEntry[] {
  if (namespace === undefined) return [...entries];
  const names = new Set(entries.map(({ name }) => name));
  const typed = (formula: string): string =>
    formula.replace(/(?<![\w.])[A-Z][A-Z0-9_]*(?=\()/g, (name) => (names.has(name) ? `${namespace}.${name}` : name));
  return entries.map((entry) => ({
    ...entry,
    examples: entry.examples.map(({ says, formula }) => ({ says, formula: typed(formula) })),
  }));
}

/** The namespace that the development manifest gives its page, where there is one. */
export function namespaceOf(search: string): string | undefined {
  const given = new URLSearchParams(search).get("namespace");
  return given !== null && /^[A-Z]+$/.test(given) ? given : undefined;
}
