import { field } from "./field.ts";

export const moq = field({
  name: "moq",
  label: "Minimum order",
  values: "quantity",
  says: [
    [1, "min order qty"],
    [1, "min purchase qty"],
    [1, "min lot"],
    [0.8, "min order"],
    [0.95, "min order piece"],
    [0.8, "min purchase"],
    [0.55, "min qty"],
    [0.4, "min"],
    [0.9, "min order lot"],
  ],
  may: "qty piece case item current uom line total supplier order purchase uom",
});
