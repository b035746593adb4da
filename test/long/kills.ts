import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { JobView } from "../../server/jobs/job.ts";
import { randomStream } from "../../server/training/pretrained/random.ts";
import { killChild, nextMessage, startChild } from "../harness/child.ts";

interface Said {
  readonly n?: number;
  readonly said?: { readonly id: string } & Partial<JobView>;
  readonly refused?: string;
}

const child = new URL("./kills-child.ts", import.meta.url);

/**
 * Kills a process with jobs at random moments, over and over on one data folder, then counts what became of the jobs it
 * had acknowledged. The moments follow from the seed.
 */
export async function run([count = "200", seed = String(randomInt(1e9))]: readonly string[]): Promise<boolean> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "lotwise-kills-"));
  const random = randomStream(Number(seed));
  const acknowledged = new Map<string, number>();
  const opens: number[] = [];
  let n = 0;
  for (let kill = 0; kill < Number(count); kill++) {
    const began = performance.now();
    const server = startChild(child, [dataDir]);
    await nextMessage(server);
    if (kill > 0) opens.push(performance.now() - began);
    server.on("message", (message) => {
      const { n: of, said } = message as Said;
      if (of !== undefined && said) acknowledged.set(said.id, of);
    });
    const until = performance.now() + 2000 * random();
    // The very first makes the database, which takes seconds.
    while (performance.now() < until || acknowledged.size === 0) {
      server.send({ n: ++n, ms: Math.round(150 * random()) });
      await sleep(60 * random());
    }
    await killChild(server);
  }
  const server = startChild(child, [dataDir]);
  await nextMessage(server);
  const ends = { done: 0, lost: 0, wrong: 0, failed: 0 };
  for (const [id, of] of acknowledged) {
    let view: Partial<JobView> | undefined;
    for (;;) {
      server.send({ view: id });
      view = ((await nextMessage(server)) as Said).said;
      if (view?.status !== "queued" && view?.status !== "running") break;
      await sleep(100);
    }
    if (view === undefined) ends.lost++;
    else if (view.status !== "done") ends.failed++;
    else if ((view.result as { n: number }).n === 2 * of) ends.done++;
    else ends.wrong++;
  }
  await killChild(server);
  rmSync(dataDir, { recursive: true, force: true });
  const slowest = Math.round(Math.max(0, ...opens));
  console.log(
    JSON.stringify({ kills: Number(count), seed, acknowledged: acknowledged.size, ...ends, slowestMs: slowest }),
  );
  return ends.lost + ends.wrong + ends.failed === 0;
}
