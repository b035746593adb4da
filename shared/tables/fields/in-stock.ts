import { field } from "./field.ts";

export const inStock = field({
  name: "in_stock",
  label: "In stock",
  values: "flag",
  says: [],
});
