import path from "node:path";
import { build, install, orExplain, runOrThrow, runTogether } from "./install.mjs";
import { root } from "./root.mjs";

const bin = (name, ...rest) => path.join(root, "node_modules", name, ...rest);

// npm test: installs and builds where needed, then lint, formatting, types and tests. Arguments go to mocha.
orExplain(async () => {
  install({ everything: true });
  await build();
  await runTogether([
    [bin("eslint", "bin", "eslint.js"), "."],
    [bin("prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", "."],
    [bin("typescript", "bin", "tsc"), "-b"],
  ]);
  const tests = process.argv.slice(2);
  runOrThrow(process.execPath, [bin("mocha", "bin", "mocha.js"), ...(tests.length ? tests : ["test/**/*.test.ts"])]);
});
