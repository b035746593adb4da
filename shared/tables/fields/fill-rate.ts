import { field } from "./field.ts";

export const fillRate = field({
  name: "fill_rate",
  label: "Fill rate",
  values: "share",
  says: [],
});
