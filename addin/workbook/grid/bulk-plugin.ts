import {
  lockedSheetAllowedCommands,
  registries,
  UIPlugin,
  type Command,
  type CoreCommand,
} from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

const BULK = "LOTWISE_BULK";

interface Bulk {
  readonly type: typeof BULK;
  readonly commands: readonly CoreCommand[];
  /** Filled while it runs: commands the model refused, with its reason. */
  readonly refused: string[];
}

/** Runs a list of commands inside one: one evaluation of the formulas and one step of undo, where each would cost one. */
class BulkPlugin extends UIPlugin {
  override handle(command: Command | Bulk): void {
    if (command.type !== BULK) return;
    for (const one of command.commands) {
      const { isSuccessful, reasons } = this.dispatch(one.type as never, one as never);
      if (!isSuccessful) command.refused.push(`${one.type}: ${reasons.join(", ")}`);
    }
  }
}

/** Lets models that are made from now on run bulks. */
export function registerBulk(): void {
  // The bulk's own commands are checked one by one; where the *shown* sheet is locked another may still be written.
  (lockedSheetAllowedCommands as Set<string>).add(BULK);
  const { featurePluginRegistry } = registries;
  if (!featurePluginRegistry.contains(BULK)) featurePluginRegistry.add(BULK, BulkPlugin as never);
}

/** Runs the commands as one step; takes it back and throws where one of them is refused. */
export function dispatchBulk(model: Model, commands: readonly CoreCommand[]): void {
  const bulk: Bulk = { type: BULK, commands, refused: [] };
  const { isSuccessful, reasons } = model.dispatch(BULK as never, bulk as never);
  const refused = isSuccessful ? bulk.refused : reasons;
  if (refused.length === 0) return;
  if (isSuccessful) model.dispatch("REQUEST_UNDO");
  throw new Error(`The workbook refused: ${refused.slice(0, 5).join("; ")}`);
}
