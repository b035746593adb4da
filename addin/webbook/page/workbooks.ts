import { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { UserError } from "../../../shared/define/errors.ts";
import { logFault } from "../../log-fault.ts";
import type { Book } from "../book/book.ts";
import { knownFormula } from "../book/known-formula.ts";
import { readModel } from "../book/read-model.ts";
import { formulasKeptAsValues, workbookData } from "../book/workbook-data.ts";
import { readFile, writeFile } from "../xlsx/thread.ts";
import { byId } from "./element.ts";
import { ask, notify } from "./messages.ts";

export interface Shown {
  readonly model: Model;
  readonly name: string;
}

const TOY_SHOP = "Toy shop";
const LOSES = "What you changed in this workbook is not saved. Open the other one all the same?";

/** The newest step of the user's that an undo would take back; selecting a cell is none. */
const newestStep = (model: Model): string | undefined =>
  (
    model as unknown as { session: { getLastLocalNonEmptyRevision(): { id: string } | undefined } }
  ).session.getLastLocalNonEmptyRevision()?.id;

function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The workbook on the page: opened, saved, replaced. `show` puts one into view. */
export class Workbooks {
  private current: Shown | undefined;
  private unsaved = false;

  constructor(private readonly show: (shown: Shown) => Promise<void>) {
    addEventListener("beforeunload", (event) => {
      if (this.unsaved) event.preventDefault();
    });
    byId("toy-shop").onclick = () => void this.doing("toy-shop", () => this.openToyShop());
    byId("save").onclick = () => void this.doing("save", () => this.save());
    const input = byId<HTMLInputElement>("file");
    byId("open").onclick = () => input.click();
    input.onchange = () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (file) void this.doing("open", () => this.openFile(file));
    };
  }

  async openToyShop(): Promise<void> {
    if (!(await this.mayReplace())) return;
    const { demoBook } = await import("../demo/book.ts");
    await this.open(demoBook(), TOY_SHOP);
  }

  private async openFile(file: File): Promise<void> {
    if (!(await this.mayReplace())) return;
    const book = await readFile(file);
    await this.open(book, file.name.replace(/\.xls[xm]$/i, ""));
    const far = book.sheets.reduce((sum, { leftOut = 0 }) => sum + leftOut, 0);
    if (far > 0)
      notify(
        `${far} ${far === 1 ? "cell lies" : "cells lie"} too far out to be shown: ${far === 1 ? "it is" : "they are"} left out, also where you save this workbook.`,
        { bad: true },
      );
    const kept = formulasKeptAsValues(book, knownFormula).length;
    if (kept > 0)
      notify(
        `${kept} ${kept === 1 ? "formula uses" : "formulas use"} what this workbook cannot compute; their last values are shown.`,
      );
  }

  private async save(): Promise<void> {
    if (!this.current) return;
    const { model, name } = this.current;
    const book = readModel(model);
    download(await writeFile(book), `${name}.xlsx`);
    this.unsaved = false;
    const { getters } = model;
    const figures = getters.getSheetIds().reduce((sum, id) => sum + getters.getFigures(id).length, 0);
    const charts = book.sheets.reduce((sum, sheet) => sum + (sheet.charts?.length ?? 0), 0);
    if (figures > charts)
      notify("Saved, but for pictures and charts that are neither lines nor columns: they are not part of the file.");
  }

  private async open(book: Book, name: string): Promise<void> {
    const model = new Model(workbookData(book), { client: { id: "local", name: "You" } });
    this.current = { model, name };
    byId("workbook-name").textContent = name;
    await this.show(this.current);
    this.unsaved = false;
    let step = newestStep(model);
    model.on("update", this, () => {
      const now = newestStep(model);
      if (now !== step) this.unsaved = true;
      step = now;
    });
  }

  private async mayReplace(): Promise<boolean> {
    return !this.unsaved || ask(LOSES, "Open", "Cancel");
  }

  /** Runs what a button starts, one at a time; says what went wrong. */
  private async doing(id: string, what: () => Promise<void>): Promise<void> {
    const button = byId<HTMLButtonElement>(id);
    button.disabled = true;
    try {
      await what();
    } catch (error) {
      notify(error instanceof UserError ? error.message : `Something went wrong on our side (${logFault(error)}).`, {
        bad: true,
      });
    } finally {
      button.disabled = false;
    }
  }
}
