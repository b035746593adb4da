import { helpers, registries, type EvalContext } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import type { Outcome } from "../../../shared/define/cells.ts";
import { evaluateCell } from "../../../shared/define/evaluate.ts";
import type { FunctionMetadata, ParameterMetadata } from "../../../shared/define/metadata.ts";
import { cellFunctions } from "../../../shared/functions/cell.ts";
import { logFault } from "../../log-fault.ts";
import { BUSY } from "./busy.ts";
import type { Position, ServerCells } from "./server-cells.ts";
import { gridResult, Pending, plainArguments, type GridArgument, type GridResult } from "./values.ts";

const busy = (): GridResult => ({ value: BUSY, message: "Lotwise's server is working on it" });

function resultOf(outcome: Outcome | undefined): GridResult | GridResult[][] {
  if (outcome === undefined) return busy();
  if ("value" in outcome) return gridResult(outcome.value);
  return { value: outcome.error.code, message: outcome.error.message };
}

function argument({ name, description, type, dimensionality, optional }: ParameterMetadata) {
  const kind = dimensionality === "matrix" ? "any, range<any>" : type;
  return helpers.arg(`${name} (${kind}${optional ? ", optional" : ""})`, description);
}

type Evaluate = (args: unknown[], cell: Position | undefined) => Outcome | undefined;

function add({ name, description, parameters }: FunctionMetadata, evaluate: Evaluate): void {
  const required = parameters.filter(({ optional }) => !optional).length;
  const compute = function (this: EvalContext, ...passed: GridArgument[]) {
    try {
      return resultOf(evaluate(plainArguments(passed, required), this.__originCellPosition));
    } catch (error) {
      if (error instanceof Pending) return busy();
      throw error;
    }
  };
  registries.functionRegistry.replace(name, {
    description,
    category: "Lotwise",
    args: parameters.map(argument),
    compute: compute as never,
    isExported: true,
  });
}

/**
 * Gives the grid every worksheet function of `functions` (functions.json): closed formulas are evaluated here, the rest
 * by the server.
 */
export function registerFunctions(functions: readonly FunctionMetadata[], server: ServerCells): void {
  for (const code of [BUSY, "#VALUE!"]) registries.errorTypes.add(code);
  const here = new Map(cellFunctions.map((definition) => [definition.name, definition]));
  for (const metadata of functions) {
    const definition = here.get(metadata.name);
    add(
      metadata,
      definition
        ? (args) => evaluateCell(definition, args, logFault)
        : (args, cell) => server.ask(metadata.name, args, cell),
    );
  }
}
