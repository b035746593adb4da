import { field } from "./field.ts";

export const location = field({
  name: "location",
  label: "Warehouse",
  values: "text",
  says: [
    [1, "place"],
    [1, "place code"],
    [1, "place name"],
  ],
  may: "stock",
});
