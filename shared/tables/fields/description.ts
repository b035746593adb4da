import { field } from "./field.ts";

export const description = field({
  name: "description",
  label: "Description",
  values: "text",
  says: [
    [1, "name"],
    [1, "item name"],
    [0.9, "sku name"],
    [0.6, "item"],
    [0.4, "note"],
  ],
  may: "line",
});
