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

/** What "Insert" puts into the cell: the first example, which calculates at once and shows where the arguments go. */
export function startingFormula(entry: CatalogueEntry): string {
  return entry.examples[0]?.formula ?? `=${entry.name}()`;
}
