import { UserError } from "../../shared/define/errors.ts";

/** The database cannot be used just now; the message says why and what the operator can do. */
export class StorageError extends UserError {
  constructor(message: string, cause?: unknown) {
    super(message, "#N/A");
    this.name = "StorageError";
    if (cause !== undefined) this.cause = cause;
  }
}
