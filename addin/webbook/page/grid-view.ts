import { Spreadsheet, type Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { App } from "@odoo/owl";
import { byId } from "./element.ts";
import { ask, notify } from "./messages.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Shows workbooks, one at a time, in the page's grid and the reader's light or dark. */
export class GridView {
  private app: { destroy(): void } | undefined;
  private model: Model | undefined;
  private readonly target = byId("grid");

  constructor(private readonly templates: string) {
    dark.addEventListener("change", () => {
      if (this.model) void this.show(this.model);
    });
  }

  async show(model: Model): Promise<void> {
    this.app?.destroy();
    this.target.replaceChildren();
    if (this.model && this.model !== model) void this.model.leaveSession();
    if (this.model !== model) model.joinSession();
    this.model = model;
    const app = new App(Spreadsheet as never, {
      props: {
        model,
        colorScheme: dark.matches ? "dark" : "light",
        notifyUser: ({ text, type, sticky }: { text: string; type: string; sticky: boolean }) =>
          notify(text, { bad: type === "danger" || type === "warning", sticky }),
        raiseError: (text: string, then?: () => void) => void ask(text, "OK").then(() => then?.()),
        askConfirmation: (text: string, confirm: () => void, cancel?: () => void) =>
          void ask(text, "OK", "Cancel").then((yes) => (yes ? confirm() : cancel?.())),
      } as never,
    });
    this.app = app;
    app.addTemplates(this.templates);
    await app.mount(this.target);
    this.target.removeAttribute("aria-busy");
  }
}
