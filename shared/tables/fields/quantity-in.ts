import { field } from "./field.ts";

export const quantityIn = field({
  name: "quantity_in",
  label: "In",
  values: "quantity",
  says: [
    [1, "in"],
    [1, "in qty"],
    [1, "received qty"],
    [1, "received"],
    [0.8, "purchase qty"],
  ],
  may: "qty piece case item current uom line total",
});
