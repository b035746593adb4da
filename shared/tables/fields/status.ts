import { field } from "./field.ts";

export const status = field({
  name: "status",
  label: "Status",
  values: "text",
  says: [
    [1, "status"],
    [1, "item status"],
    [0.95, "order status"],
    [0.9, "line status"],
    [0.9, "so status"],
    [0.9, "purchase status"],
    [0.9, "document status"],
    [0.9, "purchase order status"],
  ],
  may: "sale shipped received current value",
});
