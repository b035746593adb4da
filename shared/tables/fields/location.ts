import { field } from "./field.ts";

export const location = field({
  name: "location",
  label: "Warehouse",
  values: "place",
  says: [
    [1, "place"],
    [0.55, "stock"],
    [1, "place code"],
    [1, "place name"],
  ],
  may: "stock",
});
