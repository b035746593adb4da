import { startServer } from "../harness/server.ts";
import type { Figure } from "./main.ts";

/** 1,000 EOQ calls in one request to the real server over HTTP, the quickest and the middle of 20. */
export async function run(): Promise<Figure[]> {
  const server = await startServer();
  try {
    const calls = Array.from({ length: 1000 }, (_, i) => ({ function: "EOQ", args: [10_000 + i, 50, 2] }));
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const began = performance.now();
      await server.compute(calls);
      times.push(performance.now() - began);
    }
    const [first] = times;
    times.sort((a, b) => a - b);
    return [
      { name: "1,000 EOQ calls in one request, first", value: first!, unit: "ms" },
      { name: "1,000 EOQ calls in one request, median", value: times[10]!, unit: "ms" },
    ];
  } finally {
    await server.close();
  }
}
