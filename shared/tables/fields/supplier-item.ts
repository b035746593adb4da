import { field } from "./field.ts";

export const supplierItem = field({
  name: "supplier_item",
  label: "Supplier's code",
  values: "code",
  says: [
    [1, "supplier item"],
    [1, "supplier item code"],
    [1, "supplier sku"],
    [0.9, "supplier barcode"],
    [1, "supplier item sku"],
  ],
});
