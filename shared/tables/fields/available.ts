import { field } from "./field.ts";

export const available = field({
  name: "available",
  label: "Available",
  values: "quantity",
  says: [
    [1, "available"],
    [1, "available qty"],
    [1, "available stock"],
    [1, "available piece"],
    [0.9, "sale available"],
  ],
  may: "qty piece case item current uom line total place current",
});
