import { field } from "./field.ts";

export const serviceLevel = field({
  name: "service_level",
  label: "Service level",
  values: "share",
  says: [],
});
