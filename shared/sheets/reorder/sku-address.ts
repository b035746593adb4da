import { cellText, columnLetter, type Sheet } from "../../tables/sheet.ts";
import { HEADERS } from "./headers.ts";

/**
 * Where a SKU stands on a sheet that Lotwise wrote: its order quantity, which the buyer may change, else its code.
 * An exception may name several.
 * Undefined where the SKU is in no row of it.
 */
export function skuAddress({ rows }: Sheet, sku: string): string | undefined {
  const header = rows.findIndex((row) => row.some((cell) => cellText(cell) === HEADERS.sku));
  const names = (rows[header] ?? []).map(cellText);
  const key = names.indexOf(HEADERS.sku);
  const named = (text: string): readonly string[] => [text, ...text.split(", ")];
  const row = rows.findIndex((cells, i) => i > header && named(cellText(cells[key])).includes(sku));
  if (key < 0 || row < 0) return undefined;
  const quantity = names.indexOf(HEADERS.quantity);
  return `${columnLetter(quantity < 0 ? key : quantity)}${row + 1}`;
}
