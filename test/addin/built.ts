import { mkdtemp } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../server/paths.ts";
import { buildAddin } from "../../server/tools/build-addin.mjs";

let building: Promise<string> | undefined;

/** The folder of the add-in as it ships, built once for all tests. */
export function builtAddin(): Promise<string> {
  building ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "lotwise-addin-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    await buildAddin({ root, outdir: folder });
    return folder;
  })();
  return building;
}
