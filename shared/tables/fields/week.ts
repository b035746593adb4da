import { field } from "./field.ts";

export const week = field({
  name: "week",
  label: "Week",
  values: "number",
  says: [[1, "week"]],
  may: "order sale calendar document code",
});
