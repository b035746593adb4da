import { field } from "./field.ts";

export const orderQuantity = field({
  name: "order_quantity",
  label: "Your own quantity",
  values: "quantity",
  says: [
    [1, "own order"],
    [1, "own"],
    [1, "own qty"],
    [0.9, "own purchase"],
    [0.6, "order qty"],
    [0.5, "order"],
    [0.55, "purchase qty"],
    [0.55, "order piece"],
  ],
  may: "qty piece case item current uom line total order",
});
