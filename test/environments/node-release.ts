import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Where the package `node`, or the one it fetches for this kind of machine, may have put the program. */
const places = (folder: string): string[] => {
  const modules = path.join(folder, "node_modules");
  const packages = existsSync(modules) ? readdirSync(modules).filter((name) => /^node(-|$)/.test(name)) : [];
  return packages.flatMap((name) => ["node", "node.exe"].map((file) => path.join(modules, name, "bin", file)));
};

const versionOf = (program: string): string =>
  spawnSync(program, ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "";

/** A Node of that major version: this one, or the one that the npm package `node` brings into `folder`; else why not. */
export function nodeRelease(major: number, folder: string): { program: string } | { missing: string } {
  const named = new RegExp(`^v${major}\\.`);
  if (named.test(process.version)) return { program: process.execPath };
  const npm = process.env["npm_execpath"];
  if (!npm) return { missing: "only npm can fetch it, and npm did not start this" };
  const asked = ["install", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, `node@${major}`];
  const { status, stderr } = spawnSync(process.execPath, [npm, ...asked], { encoding: "utf8" });
  if (status !== 0) return { missing: `npm could not fetch it: ${stderr.trim().split("\n")[0] ?? ""}` };
  const program = places(folder).find((place) => existsSync(place) && named.test(versionOf(place)));
  return program ? { program } : { missing: `the npm package node@${major} brought no program for this machine` };
}
