import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, install, orExplain } from "./install.mjs";
import { root } from "./root.mjs";

// npm start: installs and builds where needed (this file itself needs nothing installed), then runs the server in this
// very process, so that a signal reaches it and its exit code is ours.
orExplain(async () => {
  install({ everything: false });
  await build();
  await import(pathToFileURL(path.join(root, "dist", "server", "main.js")));
});
