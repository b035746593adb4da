import { field } from "./field.ts";

export const rate = field({
  name: "rate",
  label: "Exchange rate",
  values: "number",
  says: [],
});
