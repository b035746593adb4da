import { field } from "./field.ts";

export const backorders = field({
  name: "backorders",
  label: "Backorders",
  values: "quantity",
  says: [
    [1, "backorder"],
    [1, "backorder qty"],
    [0.95, "backorder customer"],
    [0.9, "backorder so"],
  ],
  may: "qty piece case item current uom line total customer sale order open",
});
