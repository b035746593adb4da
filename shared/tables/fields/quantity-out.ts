import { field } from "./field.ts";

export const quantityOut = field({
  name: "quantity_out",
  label: "Out",
  values: "quantity",
  says: [
    [1, "out"],
    [1, "out qty"],
    [0.9, "demand out"],
    [0.9, "demand"],
    [0.6, "shipped qty"],
  ],
  may: "qty piece case item current uom line total",
});
