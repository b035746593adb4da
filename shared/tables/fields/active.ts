import { field } from "./field.ts";

export const active = field({
  name: "active",
  label: "Active",
  values: "flag",
  says: [
    [1, "active"],
    [1, "item active"],
    [0.9, "active status"],
  ],
  may: "sale purchase",
});
