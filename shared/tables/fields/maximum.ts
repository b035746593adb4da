import { field } from "./field.ts";

export const maximum = field({
  name: "maximum",
  label: "Maximum",
  values: "quantity",
  says: [
    [1, "max order qty"],
    [1, "max order"],
    [1, "max purchase qty"],
    [0.9, "max lot"],
  ],
  may: "qty piece case item current uom line total",
});
