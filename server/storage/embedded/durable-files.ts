import { fsyncSync, openSync, closeSync, readdirSync } from "node:fs";
import path from "node:path";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { PGlite } from "@electric-sql/pglite";

type SetAttributes = (node: unknown, attributes: { readonly mode?: number }) => void;

type Rename = (node: unknown, folder: unknown, name: string) => void;

/** What of Emscripten's module is touched: how a file is synced and renamed, and how it gets its mode. */
interface Module {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
    readonly node_ops: { setattr: SetAttributes; rename: Rename };
    readonly realPath: (node: unknown) => string;
  };
}

/** Rights of group and others, which PostgreSQL in here gives whatever the umask says. */
const OTHERS = 0o077;

/** Files in the folder, written through to the disk where PostgreSQL asks for it (fsync), as a power cut demands. */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const made = await super.init(...given);
    const { preRun = [] } = made.emscriptenOpts;
    const sync = (module: unknown): void => {
      const { stream_ops: streams, node_ops: nodes, realPath } = (module as Module).NODEFS;
      streams.fsync = ({ nfd }) => {
        fsyncSync(nfd);
        return 0;
      };
      const { setattr, rename } = nodes;
      // A file of the log, or of what is kept beside it, gets its name when it is whole; that name must last too.
      nodes.rename = (node, folder, name) => {
        rename(node, folder, name);
        syncFolder(realPath(folder));
      };
      nodes.setattr = (node, { mode, ...rest }) =>
        setattr(node, { ...rest, ...(mode !== undefined && { mode: mode & ~OTHERS }) });
    };
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun: [sync, ...[preRun].flat()] as typeof preRun } };
  }
}

/** PostgreSQL's start parameters as PGlite has them, but with syncing on. */
export const START_PARAMETERS: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "wal_sync_method=fsync"],
];

/** Syncs a folder's own entries (new files, renamed ones) where the system can; Windows does so by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Syncs the folder and every folder and file in it: what a database just made needs once. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) syncTree(name);
    else if (entry.isFile() && process.platform !== "win32") syncFolder(name);
  }
  syncFolder(folder);
}
