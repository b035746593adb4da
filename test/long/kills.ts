import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { kills, VICTIMS, type Victim } from "../harness/kills/kills.ts";

/**
 * `kills [process|thread|postgres] [count] [seed] [folder]`: jobs that plan, train and store, and kills at random moments;
 * nothing acknowledged may be lost, fail or come out wrong. With a folder, a run that was ended goes on.
 */
export async function run([
  victim = "process",
  count = "200",
  seed = String(randomInt(1e9)),
  given,
]: readonly string[]): Promise<boolean> {
  if (!VICTIMS.includes(victim as Victim)) throw new Error(`choose one of ${VICTIMS.join(", ")}`);
  const folder = given ?? mkdtempSync(path.join(tmpdir(), "lotwise-kills-"));
  const result = await kills({
    victim: victim as Victim,
    count: Number(count),
    seed: Number(seed),
    folder,
    apartMs: 2000,
  });
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify({ victim, seed, ...(result ?? { skipped: "there is no PostgreSQL to start" }) }));
  return result === undefined || result.lost + result.wrong + result.failed === 0;
}
