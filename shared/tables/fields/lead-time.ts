import { field } from "./field.ts";

export const leadTime = field({
  name: "lead_time",
  label: "Lead time",
  values: "number",
  says: [
    [1, "lead"],
    [0.9, "reorder time"],
    [0.9, "time supplier"],
    [0.85, "time shipped"],
    [0.85, "time purchase"],
    [0.8, "reorder time day"],
    [0.8, "shipped day"],
    [0.8, "shipped week"],
    [0.8, "shipped workday"],
    [0.7, "supplier day"],
    [0.95, "lead time"],
  ],
  may: "purchase shipped order day workday week month supplier item time average confirmed current",
});
