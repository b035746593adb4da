import { field } from "./field.ts";

export const month = field({
  name: "month",
  label: "Month",
  values: "number",
  says: [[1, "month"]],
  may: "order sale calendar document code",
});
