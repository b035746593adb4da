import { UserError } from "../../shared/define/errors.ts";

const OUT_OF_REACH =
  "The server's database is out of reach just now. Try again in a moment; if it stays so, the server's log says why.";

/** The database cannot be used just now; the message tells the operator why and what to do, and may name folders. */
export class StorageError extends UserError {
  constructor(
    message: string,
    cause?: unknown,
    /** What clients are told: nothing of our insides. */
    readonly told: string = OUT_OF_REACH,
  ) {
    super(message, "#N/A");
    this.name = "StorageError";
    if (cause !== undefined) this.cause = cause;
  }

  /** One whose message clients may read as it is. */
  static plain(message: string, cause?: unknown): StorageError {
    return new StorageError(message, cause, message);
  }
}

export const DISK_FULL =
  "The server's disk is full or nearly so, and takes no new work until there is room. Free some space on it, then try again.";

/** SQLSTATE classes that say nothing of the statement: connection, resources, an operator's intervention, the system. */
const PASSING = /^(08|53|57|58)...$/;
const DISK_FULL_STATE = "53100";

/** The same error as a StorageError where the statement is not to blame and may succeed later; else as it is. */
export function passing(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  // What our own code does wrong is no matter of the database's.
  if (error instanceof TypeError || error instanceof RangeError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const state = /^[0-9][0-9A-Z]{4}$|^[XPH][0-9A-Z]{4}$/.test(code);
  if (state && !PASSING.test(code)) return error;
  if (code === DISK_FULL_STATE) return new StorageError(DISK_FULL, error, DISK_FULL);
  return new StorageError(`The database failed: ${error.message || code}.`, error);
}
