import { field } from "./field.ts";

export const discount = field({
  name: "discount",
  label: "Discount",
  values: "share",
  says: [
    [1, "discount"],
    [1, "discount percent"],
    [0.9, "promotion discount"],
  ],
  may: "promotion percent",
});
