import { field } from "./field.ts";

export const reorderPoint = field({
  name: "reorder_point",
  label: "Reorder point",
  values: "quantity",
  says: [
    [1, "reorder level"],
    [0.9, "reorder"],
    [1, "min stock"],
    [0.95, "min level"],
    [0.5, "min qty"],
    [0.45, "min"],
    [0.9, "order level"],
    [0.9, "reorder stock"],
  ],
  may: "piece item",
});
