import { field } from "./field.ts";

export const cost = field({
  name: "cost",
  label: "Unit cost",
  values: "money",
  says: [
    [1, "cost"],
    [0.9, "price dozen"],
    [0.9, "price case"],
    [1, "purchase price"],
    [1, "supplier price"],
    [0.95, "cost price"],
  ],
  may: "piece currency per item uom average last supplier case dozen qty current purchase",
});
