import type { BaseLogger } from "pino";

/** What storage and jobs need of a logger: pino's calls `(fields, message)`. */
export type Log = Pick<BaseLogger, "info" | "warn" | "error">;
