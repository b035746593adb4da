import { field } from "./field.ts";

export const month = field({
  name: "month",
  label: "Month",
  values: "number",
  says: [
    [1, "month"],
    // Of a fiscal year.
    [0.8, "time"],
  ],
  may: "order sale calendar document code",
});
