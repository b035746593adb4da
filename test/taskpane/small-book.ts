import type { Sheet } from "../../shared/tables/sheet.ts";

/** Monday 4 August 2025 as Excel counts days. */
const FIRST_MONDAY = 45_873;
export const WEEKS = 60;

/** Two items, a year of weekly sales, one open order: what a small buyer's workbook holds. */
export const smallBook: readonly Sheet[] = [
  {
    name: "Items",
    rows: [
      ["SKU", "Description", "Supplier", "On hand", "Lead time (days)", "Unit cost", "Currency", "MOQ"],
      ["00123", "Bear", "Woods", 5, 14, 2.5, "EUR", 24],
      ["ABC", "Duck", "Ponds", 900, 7, 4, "EUR", null],
    ],
  },
  {
    name: "Sales",
    rows: [
      ["Date", "SKU", "Quantity"],
      ...Array.from({ length: WEEKS }, (_, w) => [FIRST_MONDAY + 7 * w, "00123", 10 + (w % 4)]),
      ...Array.from({ length: WEEKS }, (_, w) => [FIRST_MONDAY + 7 * w, "ABC", 6 + (w % 3)]),
    ],
  },
  {
    name: "Open orders",
    rows: [
      ["PO number", "SKU", "Quantity", "Due date"],
      ["PO-1", "ABC", 12, FIRST_MONDAY + 7 * WEEKS + 3],
    ],
  },
];
