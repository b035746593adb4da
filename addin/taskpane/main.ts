import { logFault } from "../log-fault.ts";

// The functions are associated before this module runs, so cells calculate while the pane is still on its way.
import("./pane.ts")
  .then(({ showPane }) => showPane(document.querySelector("main")!))
  .catch((error: unknown) => {
    logFault(error);
    document.querySelector("main")!.textContent = "The pane could not be loaded. Close it and open it again.";
  });
