import { noFaults } from "../harness/faults.ts";
import { makePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { makeReplay } from "../../shared/purchasing/replay/make-replay.ts";
import { readPastRequest, readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import type { Server } from "../../addin/taskpane/server/server.ts";
import type { WorkOptions } from "../../addin/taskpane/work/progress.ts";
import { Cancelled } from "../../addin/taskpane/work/trouble.ts";

export interface FakeServer extends Server {
  /** Items of each plan asked for. */
  readonly planned: string[][];
  /** Thrown by the next calls. */
  fails: Error | undefined;
  /** Keeps plans waiting until it resolves. */
  hold: Promise<void> | undefined;
}

/** The server's own planning and replaying without a server. */
export function fakeServer(): FakeServer {
  async function work({ signal, onProgress }: WorkOptions): Promise<void> {
    if (server.fails) throw server.fails;
    onProgress({ share: 0.5, says: "Half way" });
    if (!server.hold) return;
    const stopped = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(new Cancelled())));
    await Promise.race([server.hold, stopped]);
  }
  const server: FakeServer = {
    origin: "https://localhost:3443",
    planned: [],
    fails: undefined,
    hold: undefined,
    health: () => (server.fails ? Promise.reject(server.fails) : Promise.resolve({ version: "1.2.3" })),
    async plan(request, options) {
      await work(options);
      const read = readPlanRequest(JSON.parse(JSON.stringify(request)));
      server.planned.push(read.request.items.map(({ sku }) => sku));
      return makePlan(read.request, { ...read, onFault: String });
    },
    async replay(request, options) {
      await work(options);
      return makeReplay(readPastRequest(JSON.parse(JSON.stringify(request))).request, { onFault: noFaults });
    },
    catalogue: () => Promise.resolve([]),
    train: () => Promise.reject(new Error("the tests of training bring their own")),
    models: () => Promise.resolve([]),
  };
  return server;
}
