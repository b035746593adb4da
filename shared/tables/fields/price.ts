import { field } from "./field.ts";

export const price = field({
  name: "price",
  label: "Selling price",
  values: "money",
  says: [
    [1, "sale price"],
    [0.9, "price"],
    [0.85, "item price"],
  ],
  may: "piece currency per uom item line current",
});
