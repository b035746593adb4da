import { field } from "./field.ts";

export const reference = field({
  name: "reference",
  label: "Order number",
  values: "code",
  says: [
    [1, "order code"],
    [1, "purchase code"],
    [1, "document code"],
    [0.9, "order"],
    [0.9, "purchase order"],
    [1, "purchase order code"],
    [0.9, "document"],
    [0.9, "purchase"],
    [0.8, "code"],
    [0.85, "so"],
    [1, "so code"],
    [1, "purchase document"],
    [0.8, "line code"],
  ],
  may: "supplier customer line channel",
});
