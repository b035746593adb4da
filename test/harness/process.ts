import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { dist, root } from "../../server/paths.ts";

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Megabytes of memory it holds now, and the most it held since that was last asked; undefined where the system does not tell. */
  memory(): { readonly now: number; readonly most: number } | undefined;
  /** Its open files and connections; undefined where the system does not tell. */
  descriptors(): number | undefined;
  readonly ended: boolean;
  stop(): Promise<void>;
}

/** The built server as buyers run it: a process of its own, on free ports, with a new data folder unless one is given. */
export async function startProcess(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "lotwise-process-"));
  const child = spawn(process.execPath, [path.join(dist, "server", "main.js")], {
    cwd: root,
    env: { ...process.env, PORT: "0", HTTPS_PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (piece) => {
      said += String(piece);
      const [, found] = /Workbook +(\S+)\//.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const proc = (file: string): string | undefined => {
    try {
      return readFileSync(`/proc/${child.pid}/${file}`, "utf8");
    } catch {
      return undefined;
    }
  };
  return {
    url,
    pid: child.pid!,
    memory() {
      const status = proc("status");
      const of = (field: string): number =>
        Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status ?? "")?.[1]) / 1024);
      return status === undefined ? undefined : { now: of("VmRSS"), most: of("VmHWM") };
    },
    descriptors() {
      const folder = `/proc/${child.pid}/fd`;
      return existsSync(folder) ? readdirSync(folder).length : undefined;
    },
    get ended() {
      return child.exitCode !== null || child.signalCode !== null;
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, "exit");
        child.kill("SIGKILL");
        await exit;
      }
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
