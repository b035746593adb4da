import { field } from "./field.ts";

export const supplier = field({
  name: "supplier",
  label: "Supplier",
  values: "text",
  says: [
    [1, "supplier"],
    [1, "supplier name"],
    [0.8, "supplier code"],
  ],
  may: "average item own purchase current",
});
