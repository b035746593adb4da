import { field } from "./field.ts";

export const start = field({
  name: "start",
  label: "Start",
  values: "date",
  says: [],
});
