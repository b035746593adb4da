import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import type { FunctionsMetadata } from "../../../shared/define/metadata.ts";
import type { FakeClock } from "../fake-clock.ts";
import type { Fetch } from "../../../addin/batch/post.ts";

/** Excel's error object: only #VALUE! and #N/A keep a message. */
export class CustomFunctionsError extends Error {
  readonly code: string;
  constructor(code: string, message?: string) {
    super(code === "#VALUE!" || code === "#N/A" ? message : undefined);
    this.code = code;
  }
}

const errorCodes = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
};

export type Implementation = (...args: unknown[]) => unknown;

export interface LoadedBundle {
  readonly metadata: FunctionsMetadata;
  /** What the bundle associated, by id in upper case, as Excel looks it up. */
  readonly implementations: ReadonlyMap<string, Implementation>;
  /** What the bundle wrote with console.error. */
  readonly complaints: readonly string[];
}

export interface Surroundings {
  /** The folder that `buildAddin` made. */
  readonly folder: string;
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: FakeClock;
  /** What `OfficeRuntime.storage` holds; without it the host has no such storage. */
  readonly stored?: Map<string, string>;
  /** The pane is closed: hosts then run timers once a second at best (office-js issues 6936 and 3215). */
  readonly closed?: boolean;
  /** The n of the newest set "CustomFunctionsRuntime 1.n" that the host has. Default 4, which takes formatted numbers. */
  readonly runtime?: number;
  /** Does what `application.calculate` asks for. */
  calculate?(): void;
}

/** A closed pane's timers come late; messages do not. */
const THROTTLED_MS = 1_000;

/** Runs the built functions.js as Excel's shared runtime would: in a world of its own, with Excel's globals. */
export function loadBundle({
  folder,
  origin,
  fetch,
  clock,
  stored,
  closed = false,
  runtime = 4,
  calculate,
}: Surroundings): LoadedBundle {
  const implementations = new Map<string, Implementation>();
  const complaints: string[] = [];
  const associate = (id: string, implementation: Implementation): void => {
    if (implementations.has(id.toUpperCase())) throw new Error(`${id} associated twice`);
    implementations.set(id.toUpperCase(), implementation);
  };
  class MessageChannel {
    readonly port1: { onmessage?: () => void } = {};
    readonly port2 = { postMessage: () => clock.soon(() => this.port1.onmessage?.()) };
  }
  const run = async (_options: unknown, batch: (context: unknown) => Promise<unknown>): Promise<unknown> => {
    const asked: string[] = [];
    return batch({
      application: { calculate: (how: string) => asked.push(how) },
      sync: async () => void (asked.splice(0).length > 0 && calculate?.()),
    });
  };
  const world = vm.createContext({
    MessageChannel,
    Excel: { run },
    CustomFunctions: { associate, Error: CustomFunctionsError, ErrorCode: errorCodes },
    ...(stored && { OfficeRuntime: { storage: { getItem: async (key: string) => stored.get(key) ?? null } } }),
    Office: {
      onReady: () => Promise.resolve({ host: "Excel" }),
      context: {
        requirements: { isSetSupported: (_: string, version: string) => Number(version.split(".")[1]) <= runtime },
      },
    },
    location: { origin },
    fetch,
    setTimeout: (task: () => void, ms = 0) => clock.setTimeout(task, closed ? Math.max(ms, THROTTLED_MS) : ms),
    clearTimeout: clock.clearTimeout,
    Date: { now: clock.now, parse: Date.parse },
    console: { error: (...said: unknown[]) => complaints.push(said.map(String).join(" ")) },
    TextEncoder,
    AbortController,
  });
  vm.runInContext(readFileSync(path.join(folder, "functions.js"), "utf8"), world, { filename: "functions.js" });
  const metadata = JSON.parse(readFileSync(path.join(folder, "functions.json"), "utf8")) as FunctionsMetadata;
  return { metadata, implementations, complaints };
}
