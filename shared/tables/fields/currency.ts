import { field } from "./field.ts";

export const currency = field({
  name: "currency",
  label: "Currency",
  values: "text",
  says: [[1, "currency"]],
  may: "code supplier purchase price cost document",
});
