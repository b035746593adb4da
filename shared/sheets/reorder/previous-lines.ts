import { cellText, isBlank, type CellValue, type Sheet } from "../../tables/sheet.ts";
import { HEADERS, NO_CURRENCY, NO_SUPPLIER, type Heading } from "./headers.ts";
import { ownOf, readOwn } from "./own-quantity.ts";

/** What the buyer left on a line of the last reorder sheet, and enough of the line to show it again. */
export interface PreviousLine {
  readonly sku: string;
  readonly supplier: string;
  readonly description: string;
  readonly supplierItem: string;
  readonly unitCost: number | null;
  readonly currency: string;
  /** The buyer's own quantity; undefined where the suggestion was left alone. */
  readonly own: number | undefined;
  /** What stands in Order qty and is no quantity: "two boxes", -3. */
  readonly unreadable: string | undefined;
  readonly status: string;
  readonly reference: string;
}

const NEEDED: readonly Heading[] = ["sku", "suggested", "quantity"];

function findColumns(sheet: Sheet): { header: number; columns: ReadonlyMap<Heading, number> } | undefined {
  for (const [header, row] of sheet.rows.entries()) {
    const texts = row.map(cellText);
    const columns = new Map(
      (Object.keys(HEADERS) as Heading[]).flatMap((key) => {
        const column = texts.indexOf(HEADERS[key]);
        return column < 0 ? [] : [[key, column] as const];
      }),
    );
    if (NEEDED.every((key) => columns.has(key))) return { header, columns };
  }
  return undefined;
}

/** A number, typed as one or as text; null where there is none. */
function numberIn(cell: CellValue | undefined): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  const text = typeof cell === "string" ? cell.replace(/\s/g, "") : "";
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

const unless = (text: string, placeholder: string): string => (text === placeholder ? "" : text);

/** The lines of the last reorder sheet by SKU; empty where there is no such sheet. The first line of a SKU counts. */
export function previousLines(sheet: Sheet | undefined): Map<string, PreviousLine> {
  const lines = new Map<string, PreviousLine>();
  const found = sheet && findColumns(sheet);
  if (!found) return lines;
  for (const row of sheet.rows.slice(found.header + 1)) {
    const cell = (key: Heading): CellValue | undefined => row[found.columns.get(key) ?? -1];
    const text = (key: Heading): string => cellText(cell(key));
    const sku = text("sku");
    if (sku === "" || sku === HEADERS.sku || lines.has(sku)) continue;
    const quantity = numberIn(cell("quantity"));
    const usable = quantity !== null && quantity >= 0;
    lines.set(sku, {
      sku,
      supplier: unless(text("supplier"), NO_SUPPLIER),
      description: text("description"),
      supplierItem: text("supplierItem"),
      unitCost: numberIn(cell("unitCost")),
      currency: unless(text("currency"), NO_CURRENCY),
      own: usable ? ownOf(quantity, numberIn(cell("suggested")), readOwn(text("own"))) : undefined,
      unreadable: usable || isBlank(cell("quantity")) ? undefined : text("quantity"),
      status: text("status"),
      reference: text("reference"),
    });
  }
  return lines;
}
