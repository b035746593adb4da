import { field } from "./field.ts";

export const uplift = field({
  name: "uplift",
  label: "Uplift",
  values: "share",
  says: [],
});
