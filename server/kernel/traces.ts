import { LstmMachine } from "./machine.ts";

/** Most traces kept; a model seldom has more recurrent layers. An older trace is given up and computed again if needed. */
const MOST = 8;

const idle: LstmMachine[] = [];
const kept = new Map<number, LstmMachine>();
let last = 0;

/** A machine for a forward pass. */
export function takeMachine(): LstmMachine {
  const [oldest] = kept.keys();
  if (idle.length === 0 && kept.size >= MOST && oldest !== undefined) return takeTrace(oldest)!;
  return idle.pop() ?? new LstmMachine();
}

/** Keeps the trace a machine holds; answers its number. */
export function keepTrace(machine: LstmMachine): number {
  kept.set(++last, machine);
  return last;
}

/** The machine that holds this trace, unless it was given up. */
export function takeTrace(number: number): LstmMachine | undefined {
  const machine = kept.get(number);
  kept.delete(number);
  return machine;
}

/** Gives back a machine whose trace is used up. */
export function release(machine: LstmMachine): void {
  idle.push(machine);
}
