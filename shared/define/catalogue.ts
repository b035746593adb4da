import type { FunctionDefinition } from "./define.ts";
import { functionsMetadata } from "./metadata.ts";
import { spillNote, worksheetFormula } from "./worksheet.ts";

/** One worksheet function as the pane lists it, made at build time from its definition (catalogue.json). */
export interface CatalogueEntry {
  readonly name: string;
  readonly category: string;
  readonly summary: string;
  readonly returns: string;
  readonly details: readonly string[];
  readonly formula?: string;
  readonly runs: "cell" | "server";
  /** What to know of an answer that fills several cells. */
  readonly spillNote?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
  }[];
  /** Formulas that stand alone: they need no other cells. */
  readonly examples: readonly { readonly says: string; readonly formula: string }[];
}

/** A definition as the pane lists it: its help, and the examples that need no other cells. */
export function catalogueEntry(definition: FunctionDefinition): CatalogueEntry {
  const { name, category, summary, returns, details = [], formula, runs, examples } = definition;
  const note = spillNote(definition);
  const [metadata] = functionsMetadata([definition], { base: "" }).functions;
  const written = examples.map(({ says, args }) => ({ says, ...worksheetFormula(name, args) }));
  return {
    name,
    category,
    summary,
    returns,
    details,
    ...(formula !== undefined && { formula }),
    runs,
    ...(note !== undefined && { spillNote: note }),
    parameters: metadata!.parameters.map(({ name: parameter, description, optional = false }) => ({
      name: parameter,
      description,
      optional,
    })),
    examples: written
      .filter(({ blocks }) => blocks.length === 0)
      .map(({ says, formula: example }) => ({ says, formula: example })),
  };
}
