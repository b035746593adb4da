import { pino, type Logger } from "pino";

export type Log = Logger;

/** Structured logs on standard output; what cells hold never goes in. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["req.headers", "authorization", "token"],
  });
}
