import { field } from "./field.ts";

export const onHand = field({
  name: "on_hand",
  label: "On hand",
  values: "quantity",
  says: [
    [1, "onhand"],
    [1, "stock"],
    [1, "onhand stock"],
    [0.8, "onhand qty"],
    [0.95, "closing stock"],
    [0.6, "onhand available"],
    [0.85, "onhand piece"],
    [0.85, "stock available"],
    [0.55, "qty"],
    [0.45, "piece"],
    [0.8, "current qty"],
    [0.8, "counted"],
    [0.85, "counted stock"],
    [0.85, "system stock"],
  ],
  may: "qty piece case item current uom line total place counted system channel closing",
});
