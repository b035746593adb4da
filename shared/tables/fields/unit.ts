import { field } from "./field.ts";

export const unit = field({
  name: "unit",
  label: "Unit of measure",
  values: "word",
  says: [
    [1, "uom"],
    [0.9, "uom code"],
    [0.6, "piece"],
  ],
  may: "item sale order",
});
