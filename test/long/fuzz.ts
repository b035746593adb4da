import { randomInt } from "node:crypto";
import { fuzz } from "../harness/fuzz/fuzz.ts";
import { startProcess } from "../harness/process.ts";

/** `fuzz [count] [seed]`: requests drawn from the operations' schemas, the functions' definitions and what nobody should send. */
export async function run([count = "1000000", seed = String(randomInt(1e9))]: readonly string[]): Promise<boolean> {
  const server = await startProcess();
  try {
    const { faults, ...result } = await fuzz(server, Number(count), Number(seed));
    for (const fault of faults) console.log(JSON.stringify(fault));
    console.log(JSON.stringify({ ...result, seed, faults: faults.length }));
    return faults.length === 0 && !server.ended;
  } finally {
    await server.stop();
  }
}
