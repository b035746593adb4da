/** Time as the batcher sees it, so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` after `ms` milliseconds, unless the answered function is called first. */
  after(ms: number, task: () => void): () => void;
  /** Runs `task` once what runs now is through, and soon: also in a pane that is closed, whose timers hosts slow down. */
  soon(task: () => void): void;
}

/** Tasks by messages to ourselves, in order. */
function byMessages(): (task: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const due: (() => void)[] = [];
  port1.onmessage = () => due.shift()?.();
  return (task) => {
    due.push(task);
    port2.postMessage(undefined);
  };
}

let soonest: ReturnType<typeof byMessages> | undefined;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  soon(task) {
    soonest ??= byMessages();
    soonest(task);
  },
};
