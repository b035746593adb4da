import type { Pane } from "../shell/pane.ts";

/** What the ribbon and a cell's context menu do, by the names that manifest.xml calls. */
const COMMANDS = {
  async reorderSheet(pane) {
    await pane.begin();
    pane.shown.set({ tab: "reorder" });
    await pane.workbook?.reorder.makeAndWrite();
  },
  async showItem(pane) {
    await pane.begin();
    pane.shown.set({ tab: "item" });
  },
  async whyThisQuantity(pane) {
    await pane.begin();
    pane.shown.set({ tab: "item" });
    await pane.workbook?.item.showSelected();
  },
  calculateAgain: (pane) => pane.calculateAgain(),
} satisfies Readonly<Record<string, (pane: Pane) => Promise<void>>>;

type CommandName = keyof typeof COMMANDS;

/** Those whose doing is seen in the pane. */
const SHOWING: readonly CommandName[] = ["reorderSheet", "showItem", "whyThisQuantity"];

/**
 * Gives Excel the commands. Excel holds a button back until its command says that it is through: so it is told at once,
 * and the pane tells how the work goes.
 */
export function associateCommands(pane: Promise<Pane>): void {
  for (const name of Object.keys(COMMANDS) as CommandName[])
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      event.completed();
      // The pane tells what went wrong; where there is no pane its own start has told.
      void run(name, pane).catch(() => undefined);
    });
}

async function run(name: CommandName, pane: Promise<Pane>): Promise<void> {
  if (SHOWING.includes(name)) await Office.addin.showAsTaskpane();
  await COMMANDS[name](await pane);
}
