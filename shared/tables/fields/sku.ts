import { field } from "./field.ts";

export const sku = field({
  name: "sku",
  label: "SKU",
  values: "code",
  says: [
    [1, "sku"],
    [1, "item code"],
    [0.95, "item sku"],
    [0.95, "sku code"],
    [0.9, "stock code"],
    [0.88, "item uom code"],
    [0.85, "item"],
    [0.8, "code"],
    [0.45, "barcode"],
    [0.45, "name"],
    [0.5, "item name"],
  ],
  may: "line own channel item code",
});
