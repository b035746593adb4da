import { logFault } from "../log-fault.ts";
import { createBrowserWorkbook } from "../workbook/grid/client.ts";

const main = document.querySelector("main")!;

/** The line to the workbook page that frames this one: the one message of our own origin that brings a port. */
function portFromParent(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = ({ origin, ports: [port], source }: MessageEvent): void => {
      if (origin !== location.origin || source !== window.parent || !port) return;
      removeEventListener("message", receive);
      resolve(port);
    };
    addEventListener("message", receive);
  });
}

// A page of its own, without a workbook around it, shows the functions alone.
const workbook = window.parent === window ? undefined : portFromParent().then(createBrowserWorkbook);
Promise.all([import("./pane.tsx"), workbook])
  .then(([{ showPane }, port]) => showPane(main, port))
  .catch((error: unknown) => {
    logFault(error);
    main.textContent = "The pane could not be loaded. Load the page again.";
  });
