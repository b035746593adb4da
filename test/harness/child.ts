import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts a TypeScript file of the tests as a process of its own, with a channel for messages. */
export function startChild(file: URL, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(file), args, {
    execArgv: ["--import=tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

/** The next message of the child; rejects when it exits before. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const stop = new AbortController();
  const message = once(child, "message", { signal: stop.signal }).then(([first]) => first as unknown);
  const exit = once(child, "exit", { signal: stop.signal }).then(([code, signal]) => {
    throw new Error(`the child ended early: ${String(code ?? signal)}`);
  });
  try {
    return await Promise.race([message, exit]);
  } finally {
    stop.abort();
    await Promise.allSettled([message, exit]);
  }
}

export async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}
