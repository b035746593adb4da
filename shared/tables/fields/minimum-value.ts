import { field } from "./field.ts";

export const minimumValue = field({
  name: "minimum_value",
  label: "Minimum order value",
  values: "money",
  says: [
    [1, "min order value"],
    [0.95, "min value"],
    [0.95, "min order currency"],
    [0.95, "min order price"],
    [0.9, "min order revenue"],
    [0.95, "min purchase value"],
    [0.6, "min order"],
  ],
  may: "currency supplier purchase total document",
});
