import { CorePlugin, registries } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { withSignedBases } from "./negative-base.ts";

/** Writes every formula that is entered as Excel means it, before the grid reads it. */
class SignedBases extends CorePlugin {
  override beforeHandle(command: { type: string; content?: string | undefined }): void {
    if (command.type === "UPDATE_CELL" && command.content) command.content = withSignedBases(command.content);
  }
}

export function registerSignedBases(): void {
  if (!registries.corePluginRegistry.contains("lotwise_signed_bases"))
    registries.corePluginRegistry.add("lotwise_signed_bases", SignedBases as never);
}
