import { field } from "./field.ts";

export const customer = field({
  name: "customer",
  label: "Customer",
  values: "text",
  says: [
    [1, "customer"],
    [1, "customer code"],
    [1, "customer name"],
  ],
  may: "group order sale",
});
