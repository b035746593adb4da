import { field } from "./field.ts";

export const year = field({
  name: "year",
  label: "Year",
  values: "number",
  says: [[1, "year"]],
  may: "order sale calendar document",
});
