import { field } from "./field.ts";

export const blocked = field({
  name: "blocked",
  label: "Do not order",
  values: "flag",
  says: [
    [1, "blocked"],
    [0.9, "item blocked"],
    [0.95, "order blocked"],
    [1, "purchase blocked"],
  ],
  may: "order",
});
