import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { logFault } from "../../log-fault.ts";
import { serveGrid, type GridMemory } from "../../workbook/grid/grid.ts";
import { byId } from "./element.ts";

/** What the page sends the pane's window, with the port to the workbook. */
const CONNECT = "lotwise:workbook";
/** What the pane may send to be connected (again), where it began to listen after its load event. */
const READY = "lotwise:ready";

/** Connects the task pane, in its frame of the same origin, with the workbook in `model` until the next one. */
export class PaneFrame {
  private readonly frame = byId<HTMLIFrameElement>("pane");
  private model: Model | undefined;
  private stop: () => void = () => undefined;

  constructor(
    private readonly address: string,
    private readonly memory: GridMemory,
    private readonly recalculate: () => void,
  ) {
    this.frame.addEventListener("load", () => this.connect());
    addEventListener("message", ({ source, origin, data }: MessageEvent<{ type?: unknown } | null>) => {
      if (source === this.frame.contentWindow && origin === location.origin && data?.type === READY) this.connect();
    });
  }

  /** Shows the pane for this workbook; a pane that showed another starts anew. */
  show(model: Model): void {
    const again = this.model !== undefined;
    this.model = model;
    if (again) this.frame.contentWindow?.location.reload();
    else this.frame.src = this.address;
  }

  private connect(): void {
    if (!this.model || !this.frame.contentWindow) return;
    this.stop();
    const { port1, port2 } = new MessageChannel();
    const stop = serveGrid(port1, this.model, {
      memory: this.memory,
      recalculate: this.recalculate,
      onFault: logFault,
    });
    this.stop = () => {
      stop();
      port1.close();
    };
    this.frame.contentWindow.postMessage({ type: CONNECT }, location.origin, [port2]);
  }
}
