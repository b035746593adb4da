import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "../main.ts";

/** The figures of a benchmark as they were on a day, on a machine. */
export interface Kept {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly system: string;
    readonly node: string;
  };
  readonly date: string;
  readonly figures: readonly Figure[];
}

const folder = path.dirname(fileURLToPath(import.meta.url));
const fileOf = (name: string): string => path.join(folder, `${name}.json`);

/** Digits kept: more are noise. */
const DIGITS = 6;

export function keep(name: string, figures: readonly Figure[]): void {
  const processors = os.cpus();
  const kept: Kept = {
    machine: {
      processor: processors[0]?.model ?? "unknown",
      cores: processors.length,
      system: `${os.platform()} ${os.arch()}`,
      node: process.version,
    },
    date: new Date().toISOString().slice(0, 10),
    figures,
  };
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value;
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify(kept, rounded, 2)}\n`);
}

export const keptOf = (name: string): Kept | undefined =>
  existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), "utf8")) as Kept) : undefined;
