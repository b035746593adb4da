import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RunningServer } from "../harness/server.ts";
import { snapshotCalls } from "./calls.ts";
import { snapshotRequests } from "./plans.ts";

/** A line a name and answer, so that a change of answers is seen in a diff. */
export const file = fileURLToPath(new URL("answers.jsonl", import.meta.url));

export type Answers = Map<string, unknown>;

/** Calls a request takes. */
const AT_ONCE = 100;

/** What the server answers to the snapshot's calls: one in `step` of them, and the plans and replays unless left out. */
export async function takeSnapshot(server: RunningServer, { step = 1, plans = true } = {}): Promise<Answers> {
  const answers: Answers = new Map();
  const calls = snapshotCalls().filter((_, i) => i % step === 0);
  for (let i = 0; i < calls.length; i += AT_ONCE) {
    const part = calls.slice(i, i + AT_ONCE);
    const results = await server.compute(part.map(({ function: name, args }) => ({ function: name, args })));
    part.forEach(({ key }, j) => answers.set(key, results[j]));
  }
  for (const { key, path, body, answers: parts } of plans ? snapshotRequests : []) {
    const response = await server.post(path, body);
    if (response.status !== 200) throw new Error(`${key}: ${await response.text()}`);
    for (const [name, answer] of Object.entries(parts((await response.json()) as Record<string, unknown>)))
      answers.set(`${key} ${name}`, answer);
  }
  return answers;
}

export function readSnapshot(): Answers {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return new Map(lines.map((line) => JSON.parse(line) as [string, unknown]));
}

/** Whether two answers agree: numbers to `tolerance`, relative; 0 for the same bits. */
export function agree(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === "number" && typeof b === "number")
    return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => agree(left[key], right[key], tolerance));
}
