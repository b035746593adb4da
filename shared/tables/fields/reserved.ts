import { field } from "./field.ts";

export const reserved = field({
  name: "reserved",
  label: "Reserved",
  values: "quantity",
  says: [
    [1, "reserved"],
    [1, "reserved qty"],
    [0.95, "reserved stock"],
    [0.9, "so qty"],
    [0.85, "so"],
    [0.9, "remaining so"],
    [0.9, "open so"],
    [0.9, "reserved order"],
    [0.9, "so reserved"],
    [0.9, "remaining sale order"],
  ],
  may: "qty piece case item current uom line total open remaining stock customer sale order",
});
