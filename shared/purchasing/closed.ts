const CLOSED = /^(discontinued|do[ -]?not[ -]?order|inactive|blocked|obsolete|ended|closed)$/i;

/** Whether an item's status says that it must not be ordered. */
export function isClosed(status: string | undefined): boolean {
  return CLOSED.test(status?.trim() ?? "");
}
