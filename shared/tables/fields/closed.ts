import { field } from "./field.ts";

export const closed = field({
  name: "closed",
  label: "Closed",
  values: "flag",
  says: [
    [1, "closed"],
    [1, "order closed"],
    [0.95, "shipped closed"],
    [0.95, "received closed"],
    [0.9, "line closed"],
    [1, "purchase closed"],
  ],
  may: "order",
});
