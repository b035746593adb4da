import { spawn } from "node:child_process";
import { build, install, orExplain } from "./install.mjs";
import { root } from "./root.mjs";

// node run.mjs FILE.ts [arguments]: runs a TypeScript program of the project, installing and building first.
const program = process.argv[2] ?? "";

orExplain(async () => {
  // What lies under test (benchmarks, the README's picture) may use what only tests need.
  install({ everything: program.startsWith("test/") });
  await build();
  const child = spawn(process.execPath, ["--import", "tsx", program, ...process.argv.slice(3)], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => (process.exitCode = code ?? 1));
});
