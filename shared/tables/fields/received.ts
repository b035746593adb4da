import { field } from "./field.ts";

export const received = field({
  name: "received",
  label: "Received",
  values: "quantity",
  says: [
    [1, "received"],
    [0.95, "in"],
    [0.95, "in qty"],
    [1, "received qty"],
    [1, "shipped"],
    [1, "shipped qty"],
    [0.9, "received order"],
    [0.9, "purchase received"],
  ],
  may: "qty piece case item current uom line total order purchase supplier",
});
