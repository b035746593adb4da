import { spawn } from "node:child_process";
import { build, install, orExplain, root } from "./install.mjs";

// node run.mjs FILE.ts [arguments]: runs a TypeScript program of the project, installing and building first.
orExplain(async () => {
  install({ everything: false });
  await build();
  const child = spawn(process.execPath, ["--import", "tsx", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => (process.exitCode = code ?? 1));
});
