import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../server/paths.ts";
import { CHECKS, type Place, type User } from "./checks.ts";
import { ENVIRONMENTS, type Environment } from "./environments.ts";
import { nodeRelease } from "./node-release.ts";

const HELP = `Starts Lotwise, plans the demo and runs tests on machines unlike this one, and prints how long each took, its
exit code, and a digest of the plan, which must be the same everywhere.

  npm run test:environments -- [--only TEXT] [--full]

  --only TEXT   the environments whose names hold TEXT
  --full        every test instead of those that read numbers, dates and words`;

/** What numbers, dates, words and files of the machine could reach. */
const SMOKE = ["test/tables/**/*.test.ts", "test/taskpane/replay.test.ts"];
/** A user who owns nothing, on Linux and macOS. */
const NOBODY: User = { uid: 65534, gid: 65534 };
/** Without these no program starts on Windows. */
const NEEDED = process.platform === "win32" ? ["SystemRoot", "ComSpec", "PATHEXT", "TEMP"] : [];
const TAIL = 2000;

/** The place an environment makes, or why it cannot be made here. */
function placeOf(environment: Environment, folder: string, shared: Pick<Place, "demo" | "tests">): Place | string {
  const release = nodeRelease(
    environment.node ?? Number.parseInt(process.versions.node, 10),
    path.join(folder, "node"),
  );
  if ("missing" in release) return release.missing;
  const user = environment.readOnly ? NOBODY : undefined;
  if (user && process.getuid?.() !== 0) return "only root can run it as a user who may not write to the checkout";
  const [scratch, HOME] = [path.join(folder, "scratch"), path.join(folder, "home")];
  for (const made of [scratch, HOME]) {
    mkdirSync(made);
    if (user) chownSync(made, user.uid, user.gid);
  }
  const needed = Object.fromEntries(NEEDED.map((name) => [name, process.env[name] ?? ""]));
  const env = { ...needed, PATH: path.dirname(release.program), HOME, ...environment.variables };
  return { ...shared, program: release.program, env, scratch, ...(user && { user }) };
}

/** Runs every check; answers the row of the table and what the plan came to. */
async function row(name: string, place: Place): Promise<{ cells: string[]; result: string; failed: boolean }> {
  const cells: string[] = [];
  let [result, failed] = ["", false];
  for (const check of CHECKS) {
    const { code, seconds, output } = await check.run(place);
    cells.push(`${seconds.toFixed(1)} s, ${code}`);
    if (code === 0) result = (await check.result?.(place)) ?? result;
    else {
      failed = true;
      console.error(`${name}, ${check.name}: exit code ${code}\n${output.slice(-TAIL)}`);
    }
  }
  return { cells: [...cells, result || "none"], result, failed };
}

async function main(): Promise<void> {
  const options = { only: { type: "string" }, full: { type: "boolean" }, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  const folder = mkdtempSync(path.join(tmpdir(), "lotwise-environments-"));
  // Another user reads the demo there.
  chmodSync(folder, 0o755);
  try {
    const shared = { demo: path.join(folder, "toy-shop.xlsx"), tests: values.full ? ["test/**/*.test.ts"] : SMOKE };
    execFileSync(process.execPath, ["--import", "tsx", "server/cli/demo.ts", "--out", shared.demo], {
      cwd: root,
      stdio: "inherit",
    });
    const results = new Set<string>();
    let failures = 0;
    console.log(`| Environment | ${CHECKS.map(({ name }) => name).join(" | ")} | plan's digest |`);
    console.log(`|---|${"---|".repeat(CHECKS.length + 1)}`);
    for (const [i, environment] of ENVIRONMENTS.entries()) {
      if (!environment.name.includes(values.only ?? "")) continue;
      const own = path.join(folder, String(i));
      mkdirSync(own);
      const place = placeOf(environment, own, shared);
      if (typeof place === "string") {
        console.log(`| ${environment.name} | skipped: ${place} |`);
        continue;
      }
      const { cells, result, failed } = await row(environment.name, place);
      if (result) results.add(result);
      failures += Number(failed);
      console.log(`| ${environment.name} | ${cells.join(" | ")} |`);
    }
    if (results.size > 1) console.error(`the plan differs: ${[...results].join(", ")}`);
    process.exitCode = failures > 0 || results.size > 1 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
