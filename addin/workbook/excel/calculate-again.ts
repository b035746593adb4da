import { afterEdit } from "./run.ts";

/**
 * Has every formula calculated once more, after the cell that is being edited. Rebuilt from the ground: cells with errors
 * can resist a plain full calculation (office-js issue 4502).
 */
export function calculateAgain(): Promise<void> {
  return afterEdit(async (context) => {
    context.application.calculate("FullRebuild");
    await context.sync();
  });
}
