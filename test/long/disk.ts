import { randomInt } from "node:crypto";
import { fillDisk } from "../harness/disk.ts";
import { noTmpfs } from "../harness/tmpfs.ts";

/** `disk [moments] [seed]`: jobs on a disk that is nearly full at random moments. */
export async function run([moments = "50", seed = String(randomInt(1e9))]: readonly string[]): Promise<boolean> {
  const result = await fillDisk(Number(moments), Number(seed));
  console.log(JSON.stringify({ seed, ...(result ?? { skipped: noTmpfs }) }));
  return result === undefined || result.unclear.length + result.others.length === 0;
}
