import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

/** Runs a program to its end with our terminal; throws where it fails. */
export function runOrThrow(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error || status !== 0)
    throw new Error(`${[command, ...args].join(" ")} ended with ${error?.message ?? `exit code ${status}`}`);
}

/** Runs programs of Node side by side, each to its end; throws where one failed. */
export async function runTogether(programs) {
  const ends = programs.map(
    (args) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
        child.on("error", reject);
        child.on("exit", (code, signal) =>
          resolve(code === 0 ? [] : [`${args.join(" ")} ended with ${signal ?? `exit code ${code}`}`]),
        );
      }),
  );
  const failed = (await Promise.all(ends)).flat();
  if (failed.length > 0) throw new Error(failed.join("; "));
}

/** npm's own script where npm started us (no shell needed, Windows included), else npm on the PATH. */
export function npm(args) {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) runOrThrow(process.execPath, [script, ...args]);
  else runOrThrow("npm", args, { shell: process.platform === "win32" });
}

const hashOf = (...files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
};

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;

/** Whether node_modules holds what the lock file names, by npm's own record of what it installed. */
function installed(everything) {
  const record = path.join("node_modules", ".package-lock.json");
  if (!existsSync(path.join(root, record))) return false;
  const present = packagesOf(record);
  return Object.entries(packagesOf("package-lock.json")).every(
    ([name, { version, optional, dev, devOptional }]) =>
      name === "" || optional || (!everything && (dev || devOptional)) || present[name]?.version === version,
  );
}

/** Installs what the lock file names, unless it is there. `everything` adds what tests and lint need, kept once there. */
export function install({ everything }) {
  if (installed(everything)) return;
  console.log("Installing packages (once)…");
  const all = everything || existsSync(path.join(root, "node_modules", "mocha"));
  npm(["ci", "--no-audit", "--no-fund", "--loglevel=error", ...(all ? [] : ["--omit=dev"])]);
}

/** The files the build reads, by their contents. */
function sources(folder = "", found = []) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) sources(name, found);
    else found.push(name);
  }
  return found;
}

/** Builds `dist` unless a stamp of the sources says it stands. */
export async function build({ force = false } = {}) {
  const stamp = path.join(root, "dist", ".lotwise-built");
  const files = ["addin", "server", "shared"].flatMap((folder) => sources(folder)).sort();
  const now = hashOf("package-lock.json", ...files);
  if (!force && readStamp(stamp) === now) return;
  console.log("Building…");
  const { buildAll } = await import("./build-all.mjs");
  await buildAll();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/** Says in a sentence what stopped us, instead of a stack. */
export function orExplain(work) {
  work().catch((error) => {
    console.error(`Lotwise could not do this: ${error.message}`);
    process.exitCode = 1;
  });
}
