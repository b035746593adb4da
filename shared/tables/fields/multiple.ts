import { field } from "./field.ts";

export const multiple = field({
  name: "multiple",
  label: "Pack size",
  values: "quantity",
  says: [
    [1, "multiple"],
    [0.95, "multiple reorder"],
    [0.9, "reorder case"],
    [1, "order multiple"],
    [1, "qty multiple"],
    [1, "purchase multiple"],
    [1, "case qty"],
    [1, "piece case"],
    [0.9, "case"],
    [0.9, "lot"],
    [0.9, "lot qty"],
    [0.95, "order lot"],
    [0.9, "case uom"],
    [0.9, "multiple piece"],
  ],
  may: "per item piece uom supplier",
});
