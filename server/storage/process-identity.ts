import { readFileSync, readlinkSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { randomUUID } from "node:crypto";

/** What tells a process apart from every other, also from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  host: string;
  /** The space in which `pid` counts: containers number their processes apart. Empty where there are none (not Linux). */
  namespace: string;
  /** Boot and start time of the process; empty where the system does not tell (not Linux). */
  incarnation: string;
  /** Seconds the machine had been up: more than now means that it was restarted since. */
  uptime: number;
  /** Drawn at random by each process. */
  token: string;
}

const token = randomUUID();

export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    namespace: ownNamespace(),
    incarnation: incarnation(process.pid),
    uptime: Math.floor(uptime()),
    token,
  };
}

/** Whether that process still runs; "unknown" where its number means nothing here (another machine or container). */
export function fate(other: ProcessIdentity): "alive" | "gone" | "unknown" {
  if (other.host !== hostname() || other.namespace !== ownNamespace()) return "unknown";
  if (other.pid === process.pid) return other.token === token ? "alive" : "gone";
  const now = incarnation(other.pid);
  const replaced = now !== "" && other.incarnation !== "" && now !== other.incarnation;
  return replaced || uptime() < other.uptime || !exists(other.pid) || isZombie(other.pid) ? "gone" : "alive";
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function ownNamespace(): string {
  return orEmpty(() => readlinkSync("/proc/self/ns/pid"));
}

/** The fields of proc(5) stat from the 3rd on; the 2nd, a name in parentheses, may itself hold spaces. */
function statOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Ended, and only not yet asked for its exit code (the 3rd field is its state): it holds nothing any more. */
function isZombie(pid: number): boolean {
  return ["Z", "X"].includes(orEmpty(() => statOf(pid)[0] ?? ""));
}

/** The start time is the 22nd field. */
function incarnation(pid: number): string {
  return orEmpty(() => {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const start = statOf(pid)[19];
    return start === undefined ? "" : `${boot}:${start}`;
  });
}

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
