import { once } from "node:events";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { killChild, nextMessage, startChild } from "../harness/child.ts";
import { ATTACKS } from "../harness/hostile/requests.ts";
import { startProcess, type ServerProcess } from "../harness/process.ts";
import type { Figure } from "./main.ts";

/** Calls a second, and in all beside each attack. */
const RATE = 500;
const CALLS = Number(process.env["CALLS"] ?? 20_000);
const CELL = JSON.stringify({ calls: [{ function: "EOQ", args: [10_000, 50, 2] }] });

const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });

function ask(url: string, cell: boolean): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request(url + (cell ? "/v1/compute" : "/health"), {
      agent,
      ...(cell && { method: "POST", headers: { "content-type": "application/json", authorization: "somebody else" } }),
    });
    request.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", () => resolve(0));
    request.end(cell ? CELL : undefined);
  });
}

interface Measured {
  /** Milliseconds from when each call was due, in order of size. */
  readonly times: readonly number[];
  readonly statuses: Readonly<Record<number, number>>;
}

/** Half of the calls ask how the server is, half for a cell; at a fixed rate, so that a pause counts for all it holds up. */
async function measure(url: string, calls: number): Promise<Measured> {
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let i = 0; i < calls; i++) {
    const due = began + (i * 1000) / RATE;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    under.push(
      ask(url, i % 2 === 0).then((status) => {
        times.push(performance.now() - due);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }),
    );
  }
  await Promise.all(under);
  return { times: times.sort((a, b) => a - b), statuses };
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))]!;

function figuresOf(name: string, { times, statuses }: Measured, server: ServerProcess, idle?: number): Figure[] {
  const value = Math.round(at(times, 0.999));
  const refused = Object.entries(statuses).flatMap(([status, count]) =>
    status === "200" ? [] : `${count} x ${status}`,
  );
  const note = refused.length ? ` (others were told ${refused.join(", ")})` : "";
  return [
    {
      name: `hostile: ${name}: health and a cell, 99.9th percentile of ${times.length}${note}`,
      value,
      unit: "ms",
      ...(idle !== undefined && { peer: idle, ratio: value / Math.max(1, idle) }),
    },
    { name: `hostile: ${name}: the same, median`, value: Math.round(10 * at(times, 0.5)) / 10, unit: "ms" },
    { name: `hostile: ${name}: most memory so far`, value: server.memory()?.most ?? NaN, unit: "MB" },
  ];
}

/** A server of its own for each attack, so that none is served by what another left. */
async function under(name: string | undefined, idle?: number): Promise<Figure[]> {
  const server = await startProcess();
  try {
    // The first calls make the threads and compile.
    await measure(server.url, 500);
    if (name === undefined) return figuresOf("idle", await measure(server.url, CALLS), server);
    const attacker = startChild(new URL("../harness/hostile/attacker.ts", import.meta.url), [server.url, name]);
    await nextMessage(attacker);
    const measured = await measure(server.url, CALLS);
    attacker.send("stop");
    const [answered] = (await once(attacker, "message")) as [Record<number, number>];
    await killChild(attacker);
    if (server.ended) throw new Error(`the server ended under ${name}`);
    console.error(`${name}: the attacker was answered ${JSON.stringify(answered)}`);
    return figuresOf(name, measured, server, idle);
  } finally {
    await server.stop();
  }
}

/** How others are served while one client does its worst, beside an idle server. `ATTACK` names one of the attacks. */
export async function run(): Promise<Figure[]> {
  const only = process.env["ATTACK"] ?? "";
  try {
    const figures = await under(undefined);
    const idle = figures[0]?.value;
    for (const name of Object.keys(ATTACKS).filter((each) => each.includes(only)))
      figures.push(...(await under(name, idle)));
    return figures;
  } finally {
    agent.destroy();
  }
}
