import { deserialize } from "node:v8";

// A worker that does what calls ask of it: the tests of crashes and hangs run it in the pool's real threads.
const ACTS = {
  CRASH: () => process.exit(1),
  THROW: () => {
    setImmediate(() => {
      throw new Error("out of a callback");
    });
    return new Promise(() => undefined);
  },
  MEMORY: () => {
    const hog = [];
    for (;;) hog.push(new Array(1e6).fill(Math.random()));
  },
  HANG: () => {
    for (;;);
  },
  NEVER: () => new Promise(() => undefined),
  FINE: () => ({ value: 1 }),
};

export async function computeBatch({ calls: packed, only, port }) {
  const calls = deserialize(packed);
  for (const i of only) {
    port.postMessage({ begin: i, called: calls[i].function });
    // Lets the message out before the thread is taken down.
    await new Promise((resolve) => setTimeout(resolve, 5));
    port.postMessage({ end: i, outcome: JSON.stringify(await ACTS[calls[i].function]()) });
  }
  port.postMessage({ last: true });
}
