import { field } from "./field.ts";

export const discontinued = field({
  name: "discontinued",
  label: "Discontinued",
  values: "flag",
  says: [
    [1, "discontinued"],
    [1, "item discontinued"],
    [0.9, "discontinued status"],
  ],
});
