import { field } from "./field.ts";

export const successor = field({
  name: "successor",
  label: "Successor",
  values: "code",
  says: [],
});
