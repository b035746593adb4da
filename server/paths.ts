import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest folder above this file that holds package.json: the same whether run from source or from `dist`. */
function findRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, "package.json"))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}

export const root = findRoot(path.dirname(fileURLToPath(import.meta.url)));
export const weights = path.join(root, "server", "weights");
/** Where `npm run build` puts what runs: dist/server and dist/addin. */
export const dist = path.join(root, "dist");
