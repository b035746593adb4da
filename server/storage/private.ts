import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { StorageError } from "./errors.ts";

/** State is the server's own: nobody else on the machine may read or change it. Windows goes by the user's folder. */
const FOLDER = 0o700;
const FILE = 0o600;

const onlyOurs = process.platform !== "win32";

/** From here on whatever this process makes is its user's alone. */
export function makePrivateFromNowOn(): void {
  if (onlyOurs) process.umask(0o077);
}

/** What we keep in a data folder. */
const OURS = ["lock", "database", "database.new", "certificate"];

/**
 * Makes the data folder where it is missing, and takes others' rights from what we keep in it. The folder itself is closed
 * too, unless it holds something else: it may be one that the operator shares with others.
 * @throws StorageError where it, or what we keep in it, is a link that leads elsewhere
 */
export function keepPrivate(dataDir: string): void {
  if (isLink(dataDir)) refuseForeignLink(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: FOLDER });
  const folder = realpathSync(dataDir);
  if (onlyOurs && readdirSync(folder).every((name) => OURS.includes(name))) setMode(folder, FOLDER);
  for (const name of OURS.map((ours) => path.join(folder, ours))) {
    refuseLink(name);
    if (existsSync(name)) narrow(name);
  }
}

function refuseLink(name: string): void {
  if (isLink(name)) throw new StorageError(`${name} is a link. Put what it leads to in its place, or delete the link.`);
}

/** Takes others' rights from the folder and all it holds. */
export function narrow(folder: string): void {
  if (!onlyOurs) return;
  setMode(folder, FOLDER);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    refuseLink(name);
    if (entry.isDirectory()) narrow(name);
    else if (entry.isFile()) setMode(name, FILE);
  }
}

function setMode(name: string, mode: number): void {
  const now = statSync(name, { throwIfNoEntry: false });
  if (now !== undefined && (now.mode & 0o777 & ~mode) !== 0) chmodSync(name, mode);
}

export function isLink(name: string): boolean {
  return lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** A data folder may be a link of the operator's own, to another disk; one that somebody else laid would lead us astray. */
function refuseForeignLink(folder: string): void {
  const ours = [0, process.getuid?.()];
  const trusted = existsSync(folder) && ours.includes(lstatSync(folder).uid) && ours.includes(statSync(folder).uid);
  if (!trusted)
    throw new StorageError(
      `The data folder ${folder} is a link that another user made, or that leads nowhere. Set DATA_DIR to the folder itself.`,
    );
}

/** Writes a file whole or not at all, readable by us alone; a link of that name is replaced, not followed. */
export function writePrivate(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}.new`;
  writeFileSync(draft, text, { mode: FILE, flag: "wx", flush: true });
  renameSync(draft, file);
}
