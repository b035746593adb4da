/** Where an order quantity that is not the suggestion comes from: typed into the reorder sheet, or the item table. */
export type OwnSource = "kept" | "item table";

export interface OwnQuantity {
  readonly source: OwnSource;
  readonly quantity: number;
}

const SOURCES: readonly OwnSource[] = ["kept", "item table"];

/** "kept 240": what the sheet shows beside a quantity that is not the suggestion, and what the next run reads. */
export function showOwn(own: OwnQuantity | undefined): string | null {
  return own === undefined ? null : `${own.source} ${own.quantity}`;
}

export function readOwn(text: string): OwnQuantity | undefined {
  const source = SOURCES.find((one) => text.startsWith(`${one} `));
  if (source === undefined) return undefined;
  const quantity = Number(text.slice(source.length + 1));
  return Number.isFinite(quantity) ? { source, quantity } : undefined;
}

/** Equal as the sheet stores it: a quantity that went through a workbook may differ in the last digits. */
function sameQuantity(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * The buyer's own quantity for a line, from how its row of the last run reads now: Order qty, Suggested and the mark.
 * Undefined where the buyer changed nothing, cleared the cell or set it back to the suggestion. A kept quantity that
 * the suggestion happens to equal stays kept.
 */
export function ownOf(quantity: number, suggested: number | null, mark: OwnQuantity | undefined): number | undefined {
  const isSuggested = suggested !== null && sameQuantity(quantity, suggested);
  const isMarked = mark !== undefined && sameQuantity(quantity, mark.quantity);
  if (mark?.source === "kept") return isMarked || !isSuggested ? quantity : undefined;
  return mark === undefined ? (isSuggested ? undefined : quantity) : isMarked ? undefined : quantity;
}
