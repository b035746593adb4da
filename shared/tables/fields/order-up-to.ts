import { field } from "./field.ts";

export const orderUpTo = field({
  name: "order_up_to",
  label: "Order up to",
  values: "quantity",
  says: [
    [1, "max stock"],
    [0.95, "max level"],
    [1, "target stock"],
    [0.9, "target level"],
    [0.5, "max qty"],
    [0.45, "max"],
    [0.7, "target"],
    [0.7, "target qty"],
  ],
  may: "piece item",
});
