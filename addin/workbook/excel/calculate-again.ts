/**
 * Has every formula calculated once more, after the cell that is being edited. Rebuilt from the ground: cells with errors
 * can resist a plain full calculation (office-js issue 4502).
 */
export async function calculateAgain(): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    context.application.calculate("FullRebuild");
    await context.sync();
  });
}
