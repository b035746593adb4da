import JSZip from "jszip";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../server/paths.ts";
import { toyShop } from "../../shared/demo/toy-shop.ts";

/** A user of this machine by number, as whom to run. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Where a check runs. */
export interface Place {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** A folder to write to. */
  readonly scratch: string;
  /** The demo's workbook. */
  readonly demo: string;
  /** The tests to run, as mocha is told them. */
  readonly tests: readonly string[];
  readonly user?: User;
}

export interface Outcome {
  readonly code: number | null;
  readonly seconds: number;
  readonly output: string;
}

export interface Check {
  readonly name: string;
  run(place: Place): Promise<Outcome>;
  /** What must be the same in every environment. */
  result?(place: Place): Promise<string>;
}

/** Longer than any of them takes where it works. */
const PATIENCE_MS = 15 * 60_000;
const SECOND = 1000;

function start({ program, env, user }: Place, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: PATIENCE_MS,
    killSignal: "SIGKILL",
    ...user,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  return { child, output: () => output };
}

async function run(place: Place, args: readonly string[]): Promise<Outcome> {
  const began = Date.now();
  const { child, output } = start(place, args);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, seconds: (Date.now() - began) / SECOND, output: output() };
}

/** npm start until /health answers, then a stop by signal, whose exit code counts (Windows knows no such signal). */
async function startServer(place: Place): Promise<Outcome> {
  const began = Date.now();
  const { child, output } = start(place, [path.join("server", "tools", "start.mjs")], {
    PORT: "0",
    HTTPS_PORT: "0",
    DATA_DIR: path.join(place.scratch, "data"),
  });
  const closed = once(child, "close") as Promise<[number | null]>;
  const ready = new Promise<string>((resolve) =>
    child.stdout.on("data", () => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output()) ?? [];
      if (address) resolve(address);
    }),
  );
  const address = await Promise.race([ready, closed.then(() => undefined)]);
  const healthy = address !== undefined && (await fetch(`${address}health`)).ok;
  const seconds = (Date.now() - began) / SECOND;
  child.kill("SIGTERM");
  const [code] = await closed;
  return { code: healthy ? (process.platform === "win32" ? 0 : code) : 1, seconds, output: output() };
}

const planOf = ({ scratch }: Place): string => path.join(scratch, "plan.xlsx");

/** Releases of Node raise to powers to other last bits, which no buyer sees. */
const DIGITS = 9;
const rounded = (text: string): string =>
  text.replace(/<v>(-?[\d.]+(?:e[-+]?\d+)?)<\/v>/gi, (_, x: string) => `<v>${Number(x).toPrecision(DIGITS)}</v>`);

/** The digest of a workbook's parts, but for the time at which it was written and the last digits of its numbers. */
async function digest(file: string): Promise<string> {
  const { files } = await JSZip.loadAsync(readFileSync(file));
  const hash = createHash("sha256");
  for (const name of Object.keys(files).sort())
    if (!name.startsWith("docProps/")) hash.update(name).update(rounded(await files[name]!.async("string")));
  return hash.digest("hex").slice(0, 12);
}

export const CHECKS: readonly Check[] = [
  { name: "start", run: startServer },
  {
    name: "plan",
    run: (place) =>
      run(place, [
        ...[path.join("server", "tools", "run.mjs"), "server/cli/reorder.ts", place.demo],
        ...["--out", planOf(place), "--today", toyShop(1).today],
      ]),
    result: (place) => digest(planOf(place)),
  },
  {
    name: "tests",
    run: (place) => run(place, [path.join("node_modules", "mocha", "bin", "mocha.js"), ...place.tests]),
  },
];
