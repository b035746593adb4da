import { setTimeout as sleep } from "node:timers/promises";
import { toyShop, toyShopRequest } from "../../shared/demo/toy-shop.ts";
import { startProcess, type ServerProcess } from "../harness/process.ts";

/** How much memory may grow from the second third to the last, and open files. */
const GROWTH = 1.05;
const FILES = 10;
const SAMPLE_MS = 5000;

const body = JSON.stringify(toyShopRequest(toyShop()));
const cells = JSON.stringify({
  calls: Array.from({ length: 50 }, (_, i) =>
    i % 10 === 0
      ? { function: "FORECAST_ETS", args: [Array.from({ length: 40 }, (_, t) => [5 + (t % 7)]), 6] }
      : { function: "EOQ", args: [1000 + i, 50, 2] },
  ),
});

/** A plan as a job, watched to its end, and cells meanwhile; as a buyer works. */
async function round({ url }: ServerProcess): Promise<void> {
  const headers = { "content-type": "application/json" };
  const post = (path: string, text: string, more = {}): Promise<Response> =>
    fetch(url + path, { method: "POST", headers: { ...headers, ...more }, body: text });
  const job = await post("/v1/reorder", body, { prefer: "respond-async" });
  const at = job.headers.get("location");
  await job.arrayBuffer();
  if (job.status !== 202) throw new Error(`a plan was answered ${job.status}`);
  const watched = fetch(`${url}${at}/events`).then((events) => events.text());
  for (let i = 0; i < 20; i++) {
    const answer = await post("/v1/compute", cells);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`cells were answered ${answer.status}`);
  }
  if (!(await watched).includes('"status":"done"')) throw new Error("a plan was not done");
}

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;

/** `soak [minutes]`: plans, cells and events, over and over; memory and open files stay what they are. */
export async function run([minutes = "60"]: readonly string[]): Promise<boolean> {
  const server = await startProcess();
  const memory: number[] = [];
  const files: number[] = [];
  let rounds = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      await sleep(SAMPLE_MS);
      memory.push(server.memory()?.now ?? NaN);
      files.push(server.descriptors() ?? NaN);
    }
  })();
  try {
    for (const until = performance.now() + Number(minutes) * 60_000; performance.now() < until; rounds++)
      await round(server);
  } finally {
    over = true;
    await watching;
    await server.stop();
  }
  const third = Math.floor(memory.length / 3);
  const [before, after] = [memory.slice(third, 2 * third), memory.slice(2 * third)].map(mean);
  const opened = Math.max(...files.slice(2 * third)) - Math.max(...files.slice(third, 2 * third));
  console.log(JSON.stringify({ minutes: Number(minutes), rounds, memory, before, after, files: opened }));
  return !(after! > GROWTH * before!) && !(opened > FILES);
}
