/** Headers of the reorder sheet; the next run finds its columns by them, wherever the buyer moved them. */
export const HEADERS = {
  supplier: "Supplier",
  sku: "SKU",
  description: "Description",
  supplierItem: "Supplier's item code",
  suggested: "Suggested",
  quantity: "Order qty",
  own: "Own qty",
  caseSize: "Case size",
  cases: "Cases",
  unitCost: "Unit cost",
  cost: "Cost",
  currency: "Currency",
  rate: "Rate",
  worth: "Cost in company currency",
  orderBy: "Order by",
  arrival: "Arrival",
  cover: "Cover (days)",
  onHand: "On hand",
  onOrder: "On order",
  reorderPoint: "Reorder point",
  expected: "Expected demand",
  safetyStock: "Safety stock",
  why: "Why",
  status: "Status",
  reference: "PO number",
} as const;

export type Heading = keyof typeof HEADERS;

/** Shown where a line has none; neither is a name that a supplier or a currency has. */
export const NO_SUPPLIER = "(no supplier)";
export const NO_CURRENCY = "(none)";
