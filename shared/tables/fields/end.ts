import { field } from "./field.ts";

export const end = field({
  name: "end",
  label: "End",
  values: "date",
  says: [],
});
