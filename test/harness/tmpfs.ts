import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const noTmpfs = "needs to mount a tmpfs: Linux, as root";

/** A disk of so many megabytes in memory; undefined where mounting is not allowed. */
export function mountTmpfs(megabytes: number): { readonly folder: string; unmount(): void } | undefined {
  if (process.platform !== "linux") return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "lotwise-disk-"));
  const mount = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: "ignore" });
  try {
    mount("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder);
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  return {
    folder,
    unmount() {
      mount("umount", folder);
      rmdirSync(folder);
    },
  };
}
