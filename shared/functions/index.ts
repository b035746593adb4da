import type { FunctionDefinition } from "../define/define.ts";
import { cellFunctions } from "./cell.ts";
import type { Engines } from "./engines.ts";
import { serverFunctions } from "./server.ts";

/** Every worksheet function, by name. */
export const functions: readonly FunctionDefinition<Engines>[] = [...cellFunctions, ...serverFunctions].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

export function findFunction(name: string): FunctionDefinition<Engines> | undefined {
  return byName.get(name.toUpperCase());
}

const byName = new Map(functions.map((definition) => [definition.name, definition]));
