import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

/**
 * The work something does, counted rather than timed: how often each block of our code is run meanwhile. The same work
 * counts the same on any machine.
 */
export function workOf(run: () => void): number {
  const session = new Session();
  session.connect();
  let total = 0;
  // Optimised code does not count.
  setFlagsFromString("--no-opt");
  try {
    session.post("Profiler.enable");
    session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    session.post("Profiler.takePreciseCoverage");
    run();
    session.post("Profiler.takePreciseCoverage", (error, taken) => {
      if (error) throw error;
      for (const { url, functions } of taken.result)
        if (/^file:|\.ts$/.test(url))
          for (const { ranges } of functions) total += ranges.reduce((sum, { count }) => sum + count, 0);
    });
    session.post("Profiler.stopPreciseCoverage");
  } finally {
    session.disconnect();
    setFlagsFromString("--opt");
  }
  return total;
}

/** How the work at 4n compares to that at n: 4 where it grows with n, 16 where with its square. */
export function growth(n: number, at: (n: number) => () => void): readonly [number, number] {
  // What is done once, such as reading a table into memory, is no part of it.
  at(n)();
  const [one, two, four] = [n, 2 * n, 4 * n].map((size) => workOf(at(size)));
  return [two! / one!, four! / one!];
}
