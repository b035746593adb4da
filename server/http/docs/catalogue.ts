import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { functionsMetadata } from "../../../shared/define/metadata.ts";
import { worksheetFormula } from "./worksheet.ts";

/** One function as the task pane lists it (catalogue.json): its help, and the examples that need no other cells. */
export function catalogueEntry(definition: FunctionDefinition) {
  const { name, category, summary, returns, details = [], formula, runs, examples } = definition;
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
